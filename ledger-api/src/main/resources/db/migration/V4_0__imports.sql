-- Imports: what was uploaded, what its rehearsal said, who confirmed it, how far it is recorded. All of this is about
-- the way into the ledger; what an import recorded is in the events alone.

-- Profiles that people changed or added; those that come with the application are resources.
create table import_profile (
    name text primary key,
    yaml text not null,
    version integer not null,
    updated_by text not null,
    updated_at timestamptz not null default clock_timestamp()
);

-- The profile is copied, so that an import means the same however its profile changes later. Persons are kept with the
-- roles that they had when they acted: recording may go on after a restart, when nobody is signed in.
create table import (
    id uuid primary key,
    command_id text not null unique,
    request_hash text not null,
    ordinal bigint generated always as identity unique,
    state text not null,
    file_name text not null,
    file_size bigint not null,
    file_sha256 text not null,
    profile_name text not null,
    profile_yaml text not null,
    control_count bigint,
    control_total numeric,
    uploaded_by text not null,
    uploader jsonb not null,
    uploaded_at timestamptz not null default clock_timestamp(),
    rehearsal_started timestamptz,
    confirmed_by text,
    confirmer jsonb,
    confirmed_at timestamptz,
    finished_at timestamptz,
    failure_code text,
    failure_text text,
    scan jsonb,
    rehearsal jsonb,
    recording jsonb,
    check (state in ('waiting', 'rehearsing', 'rehearsed', 'failed', 'confirmed', 'recording', 'recorded', 'discarded'))
);

-- An import is recorded with the codes and sums of its rehearsal, which is what was confirmed.
create table import_code (
    import_id uuid not null references import on delete cascade,
    rule text not null,
    name text not null,
    code text not null,
    suffixed boolean not null,
    primary key (import_id, rule, name)
);

create table import_establishment (
    import_id uuid not null references import on delete cascade,
    seq integer not null,
    kind text not null,
    line bigint not null,
    content jsonb not null,
    primary key (import_id, seq)
);

-- Lines that could not be read (by line) and rows that were refused (by their place in the plan). Numbered, so that
-- a batch that is taken up again after a crash writes them once.
create table import_issue (
    import_id uuid not null references import on delete cascade,
    phase text not null check (phase in ('reading', 'rehearsal', 'recording')),
    seq bigint not null,
    line bigint not null,
    kind text,
    reference text,
    field text,
    code text not null,
    figures jsonb,
    primary key (import_id, phase, seq)
);

create index import_issue_line on import_issue (import_id, line, seq);
