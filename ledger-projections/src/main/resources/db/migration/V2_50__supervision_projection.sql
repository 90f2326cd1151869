-- Red flags with what became of them, and what rules look up that no other projection keeps: which paper stands behind
-- which payment or attempt, and since when a bank account is known. A schema of its own, for the same reasons as that of
-- balances.
CREATE SCHEMA supervision;

CREATE TABLE supervision.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO supervision.progress (position) VALUES (-1);

CREATE TABLE supervision.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE supervision.dead_letter (LIKE history.dead_letter INCLUDING ALL);

-- inputs and thresholds are small maps of names and texts: two arrays each.
CREATE TABLE supervision.flag (
    flag_id          text COLLATE "C" PRIMARY KEY,
    position         bigint NOT NULL UNIQUE,
    rule             text COLLATE "C" NOT NULL,
    version          integer NOT NULL,
    subject          text COLLATE "C" NOT NULL,
    fund_code        text COLLATE "C",
    year             integer,
    input_names      text[] NOT NULL,
    input_values     text[] NOT NULL,
    threshold_names  text[] NOT NULL,
    threshold_values text[] NOT NULL,
    entries          text[] NOT NULL,
    state            text NOT NULL DEFAULT 'raised',
    raised_at        timestamptz NOT NULL,
    ended_by         text COLLATE "C",
    ended_at         timestamptz,
    reason           text
);
CREATE INDEX ON supervision.flag (rule, position);
CREATE INDEX ON supervision.flag (fund_code, position) WHERE fund_code IS NOT NULL;
CREATE INDEX ON supervision.flag (subject, position);
CREATE INDEX ON supervision.flag (position) WHERE state = 'raised';

-- One row a use of an invoice (kind 'invoice') or of a document (kind 'document', its SHA-256), attempts included.
CREATE TABLE supervision.paper (
    position      bigint NOT NULL,
    kind          text COLLATE "C" NOT NULL,
    value         text COLLATE "C" NOT NULL,
    entry         text COLLATE "C" NOT NULL,
    reference     text COLLATE "C" NOT NULL,
    payee         text COLLATE "C" NOT NULL,
    fund_code     text COLLATE "C",
    allocation_no text COLLATE "C" NOT NULL,
    refused       boolean NOT NULL,
    PRIMARY KEY (position, kind)
);
CREATE INDEX ON supervision.paper (kind, value, position);

CREATE TABLE supervision.account (
    payee      text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    entry      text COLLATE "C" NOT NULL,
    known_at   timestamptz NOT NULL,
    PRIMARY KEY (payee, account_id)
);

-- Up to where the rules have looked at events as they come; not a projection: flags that were raised stay raised.
CREATE TABLE red_flag_run (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO red_flag_run (position) VALUES (-1);

-- Rules look at a payee's payments of some days.
CREATE INDEX ON disbursement.disbursement (payee, effective_date);
