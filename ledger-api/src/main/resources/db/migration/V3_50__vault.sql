-- Bank account numbers and names of natural persons. Events are for ever and hold none of these: only a keyed hash and
-- the last four digits. The ciphertext is AES-256-GCM under a key that is not in this database, bound to its row by
-- subject and kind; deleting a row is how a person is forgotten.
create table vault (
    id         bigint generated always as identity primary key,
    subject    text        collate "C" not null,
    kind       text        collate "C" not null check (kind in ('account-number', 'account-holder', 'person-name')),
    keyed_hash text        collate "C" not null,
    nonce      bytea       not null check (octet_length(nonce) = 12),
    ciphertext bytea       not null,
    stored_at  timestamptz not null default now()
);

create index vault_subject on vault (subject, kind);

-- Proves that the key given is the one that the rows were written under: a hash of a constant, keyed.
create table vault_key (
    only_one boolean primary key default true check (only_one),
    proof    text    collate "C" not null
);

-- Who looked at what, for ever: whose account number was asked for, and by whom, is itself worth an audit.
create table vault_look (
    id        bigint generated always as identity primary key,
    person_id text        not null,
    subject   text        not null,
    kind      text        not null,
    looked_at timestamptz not null default now()
);

create index vault_look_subject on vault_look (subject, id);
