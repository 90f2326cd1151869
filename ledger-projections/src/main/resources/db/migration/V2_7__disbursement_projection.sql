-- The register of disbursements and of recoveries, as they are now. A schema of its own, for the same reasons as that of
-- balances.
CREATE SCHEMA disbursement;

CREATE TABLE disbursement.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO disbursement.progress (position) VALUES (-1);

CREATE TABLE disbursement.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE disbursement.disbursement (
    reference      text COLLATE "C" PRIMARY KEY,
    fund_code      text COLLATE "C" NOT NULL,
    year           integer NOT NULL,
    allocation_no  text COLLATE "C" NOT NULL,
    payee          text COLLATE "C" NOT NULL,
    account_id     text COLLATE "C",
    category       text,
    purpose        text,
    function_code  text,
    economic_code  text,
    invoice_no     text COLLATE "C",
    tranche        integer,
    currency       text NOT NULL,
    state          text NOT NULL,
    -- Requested, then what was paid: the latest entry.
    amount         numeric NOT NULL,
    effective_date date NOT NULL,
    -- Came back since that entry.
    returned       numeric NOT NULL DEFAULT 0,
    reported       numeric NOT NULL DEFAULT 0,
    bank_account   text COLLATE "C",
    bank_reference text COLLATE "C",
    bank_line      integer,
    despite        text,
    reason         text,
    document_ref   text,
    requested_by   text COLLATE "C",
    reviewed_by    text COLLATE "C",
    approved_by    text[] NOT NULL DEFAULT '{}',
    settled_by     text COLLATE "C",
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX ON disbursement.disbursement (allocation_no, reference);
CREATE INDEX ON disbursement.disbursement (payee, reference);
CREATE INDEX ON disbursement.disbursement (fund_code, year, reference);
CREATE INDEX ON disbursement.disbursement (reference) WHERE state IN ('requested', 'reviewed', 'awaiting-leader', 'approved');

CREATE TABLE disbursement.recovery (
    recovery_id    text COLLATE "C" PRIMARY KEY,
    reference      text COLLATE "C" NOT NULL,
    fund_code      text COLLATE "C" NOT NULL,
    year           integer NOT NULL,
    allocation_no  text COLLATE "C" NOT NULL,
    payee          text COLLATE "C" NOT NULL,
    currency       text NOT NULL,
    demanded       numeric NOT NULL,
    received       numeric NOT NULL DEFAULT 0,
    waived         numeric NOT NULL DEFAULT 0,
    reason         text NOT NULL,
    effective_date date NOT NULL,
    document_ref   text NOT NULL
);
CREATE INDEX ON disbursement.recovery (reference);
CREATE INDEX ON disbursement.recovery (fund_code, recovery_id);
