-- Allocations with what they hold now. A schema of its own, for the same reasons as that of balances.
CREATE SCHEMA allocation;

CREATE TABLE allocation.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO allocation.progress (position) VALUES (-1);

CREATE TABLE allocation.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE allocation.allocation (
    allocation_no    text COLLATE "C" PRIMARY KEY,
    fund_code        text COLLATE "C" NOT NULL,
    year             integer NOT NULL,
    recipient        text COLLATE "C" NOT NULL,
    indicator_no     text,
    category         text,
    plan_line        text COLLATE "C",
    project_no       text COLLATE "C",
    function_code    text,
    economic_code    text,
    source_level     text,
    purpose          text,
    origin_year      integer NOT NULL,
    currency         text NOT NULL,
    effective_date   date NOT NULL,
    document_ref     text NOT NULL,
    carried_from     text COLLATE "C",
    carried_to       text COLLATE "C",
    closed_on        date,
    suspended_causes text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX ON allocation.allocation (fund_code, year, allocation_no);
CREATE INDEX ON allocation.allocation (recipient, allocation_no);
CREATE INDEX ON allocation.allocation (project_no, allocation_no) WHERE project_no IS NOT NULL;

-- Apart from allocation, because it changes with every payment, and because what is carried over is posted by the old
-- allocation before the new one is there.
CREATE TABLE allocation.holding (
    allocation_no text COLLATE "C" PRIMARY KEY,
    available     numeric NOT NULL,
    held          numeric NOT NULL,
    paid          numeric NOT NULL
);

CREATE TABLE allocation.tranche (
    allocation_no text COLLATE "C" NOT NULL,
    number        integer NOT NULL,
    amount        numeric NOT NULL,
    condition     text NOT NULL,
    agreed        boolean NOT NULL DEFAULT true,
    confirmed_by  text COLLATE "C",
    paid          numeric NOT NULL DEFAULT 0,
    PRIMARY KEY (allocation_no, number)
);
