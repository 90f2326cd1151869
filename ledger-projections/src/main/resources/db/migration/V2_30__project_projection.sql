-- Projects with their steps, and what allocations took and paid of each. A schema of its own, for the same reasons as that
-- of balances. The working days that administrators told are here too: notices are counted by them.
CREATE SCHEMA project;

CREATE TABLE project.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO project.progress (position) VALUES (-1);

CREATE TABLE project.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE project.project (
    project_no     text COLLATE "C" PRIMARY KEY,
    applicant      text COLLATE "C" NOT NULL,
    title          text NOT NULL,
    category       text COLLATE "C" NOT NULL,
    applied        numeric NOT NULL,
    currency       text NOT NULL,
    submitted_on   date NOT NULL,
    document_ref   text,
    status         text NOT NULL,
    -- Why it was sent back, rejected or withdrawn.
    reason         text,
    round          integer NOT NULL DEFAULT 1,
    approved       numeric,
    decided_on     date,
    accepted_on    date,
    secured_on     date,
    score          integer,
    grade          text,
    evaluated_on   date
);
CREATE INDEX ON project.project (applicant, project_no);
CREATE INDEX ON project.project (status, project_no);

CREATE TABLE project.asked (
    project_no text COLLATE "C" NOT NULL,
    fund_code  text COLLATE "C" NOT NULL,
    year       integer NOT NULL,
    PRIMARY KEY (project_no, fund_code, year)
);
CREATE INDEX ON project.asked (fund_code, year, project_no);

CREATE TABLE project.expert (
    project_no text COLLATE "C" NOT NULL,
    person     text COLLATE "C" NOT NULL,
    unit       text COLLATE "C",
    -- Why the expert is recused; null for who reviews.
    recused    text,
    PRIMARY KEY (project_no, person)
);

CREATE TABLE project.review (
    project_no     text COLLATE "C" NOT NULL,
    round          integer NOT NULL,
    person         text COLLATE "C" NOT NULL,
    score          integer NOT NULL,
    opinion        text NOT NULL,
    effective_date date NOT NULL,
    PRIMARY KEY (project_no, round, person)
);

CREATE TABLE project.notice (
    project_no   text COLLATE "C" NOT NULL,
    round        integer NOT NULL,
    first_day    date NOT NULL,
    last_day     date NOT NULL,
    working_days integer NOT NULL,
    document_ref text NOT NULL,
    PRIMARY KEY (project_no, round)
);

CREATE TABLE project.objection (
    objection_id text COLLATE "C" PRIMARY KEY,
    project_no   text COLLATE "C" NOT NULL,
    number       integer NOT NULL,
    grounds      text NOT NULL,
    raised_by    text COLLATE "C" NOT NULL,
    unit         text COLLATE "C",
    raised_on    date NOT NULL,
    upheld       boolean,
    reason       text,
    resolved_by  text COLLATE "C",
    resolved_on  date
);
CREATE INDEX ON project.objection (project_no, number);

CREATE TABLE project.milestone (
    project_no text COLLATE "C" NOT NULL,
    milestone  text COLLATE "C" NOT NULL,
    title      text NOT NULL,
    planned_on date NOT NULL,
    reached_on date,
    PRIMARY KEY (project_no, milestone)
);

-- The allocations that take of a project's approved amount, and what each paid. Those that name a text from before
-- projects were known are not here.
CREATE TABLE project.allocation (
    allocation_no text COLLATE "C" PRIMARY KEY,
    project_no    text COLLATE "C" NOT NULL,
    fund_code     text COLLATE "C" NOT NULL,
    year          integer NOT NULL,
    committed     numeric NOT NULL,
    paid          numeric NOT NULL DEFAULT 0
);
CREATE INDEX ON project.allocation (project_no, allocation_no);

CREATE TABLE project.calendar_year (
    year         integer PRIMARY KEY,
    days_off     date[] NOT NULL,
    working_days date[] NOT NULL,
    document_ref text NOT NULL
);
