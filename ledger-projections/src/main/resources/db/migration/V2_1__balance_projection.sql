-- Balances on both axes. Every projection has a schema of its own, so that a rebuild can fill a second one
-- (CREATE TABLE … LIKE … INCLUDING ALL) and swap it in by renaming. Therefore: no foreign keys, no sequences, and no
-- constraint or index with a name of our own.
CREATE SCHEMA balance;

-- How far the projection has got; commits with its tables.
CREATE TABLE balance.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO balance.progress (position) VALUES (-1);

-- Lower positions that may still come, and when that was seen.
CREATE TABLE balance.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE balance.account (
    id         bigint PRIMARY KEY,
    name       text COLLATE "C" NOT NULL UNIQUE,
    kind       text NOT NULL,
    fund       text COLLATE "C" NOT NULL,
    year       integer NOT NULL,
    allocation text,
    payee      text,
    currency   text NOT NULL
);
CREATE INDEX ON balance.account (fund, year);

-- Apart from account, because it changes with every posting.
CREATE TABLE balance.balance (
    account_id    bigint PRIMARY KEY,
    balance       numeric NOT NULL,
    postings      bigint NOT NULL,
    last_position bigint NOT NULL
);

-- The event behind postings: what a statement shows.
CREATE TABLE balance.entry (
    position     bigint PRIMARY KEY,
    recorded_at  timestamptz NOT NULL,
    event_id     uuid NOT NULL,
    type         text NOT NULL,
    document_ref text
);

-- balance_after runs in recorded order: "known at position T" is one look-up.
CREATE TABLE balance.posting (
    account_id     bigint NOT NULL,
    position       bigint NOT NULL,
    leg            integer NOT NULL,
    effective_date date NOT NULL,
    amount         numeric NOT NULL,
    balance_after  numeric NOT NULL,
    PRIMARY KEY (account_id, position, leg)
);
-- For statements, which run in order of the effective date.
CREATE INDEX ON balance.posting (account_id, effective_date, position);

-- Every 256 postings of an account: its balance on every day that had any, as known at that position.
-- "Effective on D, known at T" is the latest checkpoint up to T and the few postings since.
CREATE TABLE balance.checkpoint (
    account_id bigint NOT NULL,
    position   bigint NOT NULL,
    postings   bigint NOT NULL,
    days       date[] NOT NULL,
    sums       numeric[] NOT NULL,
    PRIMARY KEY (account_id, position)
);
