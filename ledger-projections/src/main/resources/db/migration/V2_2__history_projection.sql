-- Who did what and when, one row an event: what people look an event up by, without reading the store of events. A
-- schema of its own, for the same reasons as that of balances.
CREATE SCHEMA history;

CREATE TABLE history.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO history.progress (position) VALUES (-1);

CREATE TABLE history.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE history.event (
    position         bigint PRIMARY KEY,
    event_id         uuid NOT NULL UNIQUE,
    recorded_at      timestamptz NOT NULL,
    stream           text COLLATE "C" NOT NULL,
    sequence         bigint NOT NULL,
    type             text COLLATE "C" NOT NULL,
    revision         text COLLATE "C" NOT NULL,
    effective_date   date,
    fund_code        text COLLATE "C",
    year             integer,
    allocation_no    text COLLATE "C",
    reference        text COLLATE "C",
    payee            text COLLATE "C",
    amount           numeric,
    currency         text,
    document_ref     text,
    reason           text,
    actor            text COLLATE "C",
    role             text,
    proposed_by      text COLLATE "C",
    confirmed_by     text COLLATE "C",
    rules_version    integer,
    command_id       text COLLATE "C",
    correlation_id   text COLLATE "C",
    causation_id     text COLLATE "C",
    -- The legs in order; two arrays are smaller than json and keep amounts numeric.
    posting_accounts text[] NOT NULL,
    posting_amounts  numeric[] NOT NULL
);
CREATE INDEX ON history.event (fund_code, position) WHERE fund_code IS NOT NULL;
CREATE INDEX ON history.event (allocation_no, position) WHERE allocation_no IS NOT NULL;
CREATE INDEX ON history.event (reference, position) WHERE reference IS NOT NULL;
CREATE INDEX ON history.event (actor, position) WHERE actor IS NOT NULL;
CREATE INDEX ON history.event (proposed_by, position) WHERE proposed_by IS NOT NULL;
CREATE INDEX ON history.event (correlation_id, position) WHERE correlation_id IS NOT NULL;
CREATE INDEX ON history.event (type, position);

-- Events that name an allocation only belong to the life of its fund too.
CREATE TABLE history.allocation (
    allocation_no text COLLATE "C" PRIMARY KEY,
    fund_code     text COLLATE "C" NOT NULL,
    year          integer NOT NULL
);
