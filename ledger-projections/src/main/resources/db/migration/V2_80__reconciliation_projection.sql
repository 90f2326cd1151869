-- Months beside their bank statements: what an index by fund and day finds of the ledger, the statement's lines, what was
-- explained, and what was recorded later on a day of a signed month. A schema of its own, for the same reasons as that of
-- balances.
CREATE SCHEMA reconciliation;

CREATE TABLE reconciliation.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO reconciliation.progress (position) VALUES (-1);

CREATE TABLE reconciliation.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

-- Where the events lie that a bank's statement of a month may show: payments, what came back, and reversals of both.
CREATE TABLE reconciliation.entry (
    position       bigint PRIMARY KEY,
    fund_code      text COLLATE "C" NOT NULL,
    effective_date date NOT NULL
);
CREATE INDEX ON reconciliation.entry (fund_code, effective_date, position);

CREATE TABLE reconciliation.month (
    fund_code          text COLLATE "C" NOT NULL,
    month              text COLLATE "C" NOT NULL,
    year               integer NOT NULL,
    state              text NOT NULL,
    currency           text NOT NULL,
    opening_balance    numeric NOT NULL,
    closing_balance    numeric NOT NULL,
    lines              integer NOT NULL,
    file_size          bigint NOT NULL,
    file_sha256        text NOT NULL,
    received_by        text COLLATE "C" NOT NULL,
    received_at        timestamptz NOT NULL,
    signed_by          text COLLATE "C",
    signed_at          timestamptz,
    lists_sha256       text,
    countersigned_by   text COLLATE "C",
    countersigned_at   timestamptz,
    -- Of the event that locked it: what lies behind it came later.
    locked_position    bigint,
    PRIMARY KEY (fund_code, month)
);

CREATE TABLE reconciliation.line (
    fund_code      text COLLATE "C" NOT NULL,
    month          text COLLATE "C" NOT NULL,
    line           integer NOT NULL,
    place          integer NOT NULL,
    booked_on      date NOT NULL,
    bank_reference text,
    amount         numeric NOT NULL,
    PRIMARY KEY (fund_code, month, line)
);

CREATE TABLE reconciliation.explanation (
    fund_code    text COLLATE "C" NOT NULL,
    month        text COLLATE "C" NOT NULL,
    side         text NOT NULL,
    item         text COLLATE "C" NOT NULL,
    amount       numeric NOT NULL,
    reason       text NOT NULL,
    note         text,
    explained_by text COLLATE "C" NOT NULL,
    explained_at timestamptz NOT NULL,
    PRIMARY KEY (fund_code, month, side, item)
);

-- The days of a fund that are locked: the months that are signed follow one another.
CREATE TABLE reconciliation.signed (
    fund_code text COLLATE "C" PRIMARY KEY,
    first_day date NOT NULL,
    last_day  date NOT NULL
);

-- What was posted into a signed month after it was signed; few rows. paid_change is what it changed of what is paid.
CREATE TABLE reconciliation.late_entry (
    position       bigint PRIMARY KEY,
    fund_code      text COLLATE "C" NOT NULL,
    effective_date date NOT NULL,
    recorded_at    timestamptz NOT NULL,
    entry          text COLLATE "C" NOT NULL,
    type           text COLLATE "C" NOT NULL,
    allocation_no  text COLLATE "C",
    reference      text COLLATE "C",
    amount         numeric NOT NULL,
    paid_change    numeric NOT NULL,
    document_ref   text,
    actor          text COLLATE "C",
    proposed_by    text COLLATE "C",
    confirmed_by   text COLLATE "C"
);
CREATE INDEX ON reconciliation.late_entry (fund_code, effective_date, position);

-- Attempts to record a payment that were refused, to be shown beside what only the bank knows.
CREATE TABLE reconciliation.refused (
    position       bigint PRIMARY KEY,
    event_id       text COLLATE "C" NOT NULL,
    recorded_at    timestamptz NOT NULL,
    code           text COLLATE "C" NOT NULL,
    command        text COLLATE "C" NOT NULL,
    bank_reference text COLLATE "C",
    amount         numeric,
    day            date,
    reference      text COLLATE "C",
    allocation_no  text COLLATE "C"
);
CREATE INDEX ON reconciliation.refused (bank_reference) WHERE bank_reference IS NOT NULL;
CREATE INDEX ON reconciliation.refused (day, amount) WHERE day IS NOT NULL;

-- Where an allocation belongs: refused attempts name no fund.
CREATE TABLE reconciliation.allocation (
    allocation_no text COLLATE "C" PRIMARY KEY,
    fund_code     text COLLATE "C" NOT NULL
);
