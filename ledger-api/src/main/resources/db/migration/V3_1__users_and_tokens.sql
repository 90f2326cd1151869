-- Who may sign in, and what programs hold. Users are not events: names and password hashes are personal and secret, and
-- events are for ever. Events carry the opaque person_id only; several logins may belong to one person, and the rule
-- that two people must differ compares persons, never logins.
create table app_user (
    name                 text        not null primary key,
    display_name         text        not null,
    person_id            uuid        not null,
    password_hash        text        not null,
    must_change_password boolean     not null,
    roles                text[]      not null,
    unit                 text,
    disabled             boolean     not null default false,
    -- Made for a demonstration, with a password that everybody knows: cannot sign in outside the demo profile.
    demo                 boolean     not null default false,
    -- Grows with every change, so that sessions begun before a new password end.
    version              bigint      not null default 1,
    created_at           timestamptz not null default clock_timestamp(),
    constraint app_user_unit_with_its_role check ((unit is not null) = ('unit' = any (roles))),
    constraint app_user_administrator_moves_no_money check (
        not ('administrator' = any (roles)
            and roles && array['planner', 'leader', 'unit', 'clerk', 'reviewer', 'approver', 'treasury']))
);

-- "Clerk" and "clerk" would be mistaken for each other.
create unique index app_user_name_folded on app_user (lower(name));
create index app_user_person on app_user (person_id);

-- Who gave whom which role, and when: auditors ask. Nothing deletes from it.
create table app_user_change (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default clock_timestamp(),
    -- Null where the application did it itself: the first administrator.
    by_person uuid,
    user_name text        not null references app_user (name),
    change    text        not null,
    roles     text[]      not null,
    unit      text
);

create index app_user_change_user on app_user_change (user_name, id);

-- Bearer tokens of programs. Only the SHA-256 of a token is kept: it has 256 bits of chance, so a slow hash would
-- protect nothing and cost every request.
create table app_token (
    id         uuid        not null primary key,
    hash       bytea       not null unique,
    user_name  text        not null references app_user (name),
    label      text        not null,
    roles      text[]      not null,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create index app_token_user on app_token (user_name, id);
