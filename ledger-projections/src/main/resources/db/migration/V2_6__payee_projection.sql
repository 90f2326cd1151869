-- Payees: who may be paid, to which accounts, and with which qualifications. A schema of its own, for the same reasons
-- as that of balances. No account number and no name of a person: those are kept elsewhere, encrypted.
CREATE SCHEMA payee;

CREATE TABLE payee.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO payee.progress (position) VALUES (-1);

CREATE TABLE payee.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE payee.payee (
    payee                text COLLATE "C" PRIMARY KEY,
    kind                 text NOT NULL,
    name                 text,
    check_digit_override text
);
CREATE INDEX ON payee.payee (name);

CREATE TABLE payee.account (
    payee       text COLLATE "C" NOT NULL,
    account_id  text COLLATE "C" NOT NULL,
    last_four   text NOT NULL,
    bank        text,
    proposed_by text COLLATE "C" NOT NULL,
    verified_by text COLLATE "C",
    PRIMARY KEY (payee, account_id)
);

CREATE TABLE payee.qualification (
    payee         text COLLATE "C" NOT NULL,
    position      bigint NOT NULL,
    category      text NOT NULL,
    qualification text NOT NULL,
    valid_to      date,
    document_ref  text NOT NULL,
    PRIMARY KEY (payee, position)
);

-- Bars that stand; those lifted are in the history.
CREATE TABLE payee.bar (
    payee        text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    from_day     date NOT NULL,
    to_day       date,
    reason       text NOT NULL,
    document_ref text NOT NULL,
    PRIMARY KEY (payee, position)
);
