-- Funds with their rules, their years and the plans of these. A schema of its own, for the same reasons as that of
-- balances.
CREATE SCHEMA fund;

CREATE TABLE fund.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO fund.progress (position) VALUES (-1);

CREATE TABLE fund.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE fund.fund (
    code             text COLLATE "C" PRIMARY KEY,
    name             text NOT NULL,
    kind             text NOT NULL,
    mandate          text,
    currency         text NOT NULL,
    term_from        date NOT NULL,
    term_to          date,
    document_ref     text NOT NULL,
    closed_on        date,
    -- Payments stand still while there is any.
    suspended_causes text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE fund.rules (
    fund_code          text COLLATE "C" NOT NULL,
    version            integer NOT NULL,
    applies_from       date NOT NULL,
    time_zone          text NOT NULL,
    first_month        integer NOT NULL,
    categories         text[] NOT NULL,
    leader_threshold   numeric,
    approval_threshold numeric,
    returns_to         text NOT NULL,
    surplus_to         text NOT NULL,
    late_returns_to    text NOT NULL,
    document_ref       text NOT NULL,
    PRIMARY KEY (fund_code, version)
);

CREATE TABLE fund.year (
    fund_code    text COLLATE "C" NOT NULL,
    year         integer NOT NULL,
    currency     text NOT NULL,
    first_day    date NOT NULL,
    last_day     date NOT NULL,
    state        text NOT NULL,
    plan_version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (fund_code, year)
);

-- Every version of a plan; the latest is in force.
CREATE TABLE fund.plan_line (
    fund_code text COLLATE "C" NOT NULL,
    year      integer NOT NULL,
    version   integer NOT NULL,
    line      text COLLATE "C" NOT NULL,
    category  text,
    ceiling   numeric NOT NULL,
    PRIMARY KEY (fund_code, year, version, line)
);

-- What allocations took under a line, whatever version.
CREATE TABLE fund.commitment (
    fund_code text COLLATE "C" NOT NULL,
    year      integer NOT NULL,
    line      text COLLATE "C" NOT NULL,
    committed numeric NOT NULL,
    PRIMARY KEY (fund_code, year, line)
);
