-- Audits with their samples and evidence, findings with every step, and what is to be corrected by when. A schema of its
-- own, for the same reasons as that of balances. The documents themselves are kept elsewhere, under their hash.
CREATE SCHEMA audit;

CREATE TABLE audit.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO audit.progress (position) VALUES (-1);

CREATE TABLE audit.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE audit.dead_letter (LIKE history.dead_letter INCLUDING ALL);

CREATE TABLE audit.audit (
    audit_no     text COLLATE "C" PRIMARY KEY,
    position     bigint NOT NULL,
    title        text NOT NULL,
    kind         text NOT NULL,
    fund_codes   text[] NOT NULL,
    years        integer[] NOT NULL,
    team         text[] NOT NULL,
    currency     text NOT NULL,
    time_zone    text NOT NULL,
    state        text NOT NULL DEFAULT 'planned',
    served_on    date,
    notice_days  integer,
    day_kind     text,
    earliest     date,
    short_notice text,
    fieldwork_on date,
    reported_on  date,
    report       text,
    closed_on    date
);
CREATE INDEX ON audit.audit USING gin (fund_codes);

CREATE TABLE audit.sample (
    audit_no          text COLLATE "C" NOT NULL,
    sample_id         text COLLATE "C" NOT NULL,
    position          bigint NOT NULL,
    drawn_by          text COLLATE "C" NOT NULL,
    drawn_at          timestamptz NOT NULL,
    method            text NOT NULL,
    seed              text NOT NULL,
    size              integer NOT NULL,
    negatives         integer NOT NULL,
    cut_off           bigint NOT NULL,
    population_sha256 text NOT NULL,
    population_size   integer NOT NULL,
    population_sum    numeric NOT NULL,
    currency          text NOT NULL,
    PRIMARY KEY (audit_no, sample_id)
);

CREATE TABLE audit.sample_item (
    audit_no      text COLLATE "C" NOT NULL,
    sample_id     text COLLATE "C" NOT NULL,
    place         integer NOT NULL,
    reference     text COLLATE "C" NOT NULL,
    allocation_no text COLLATE "C" NOT NULL,
    payee         text COLLATE "C" NOT NULL,
    kind          text NOT NULL,
    amount        numeric NOT NULL,
    stratum       text NOT NULL,
    PRIMARY KEY (audit_no, sample_id, place)
);

CREATE TABLE audit.evidence (
    audit_no    text COLLATE "C" NOT NULL,
    evidence_id text COLLATE "C" NOT NULL,
    position    bigint NOT NULL,
    finding_id  text COLLATE "C",
    name        text NOT NULL,
    media_type  text NOT NULL,
    size        bigint NOT NULL,
    sha256      text NOT NULL,
    attached_by text COLLATE "C" NOT NULL,
    attached_at timestamptz NOT NULL,
    PRIMARY KEY (audit_no, evidence_id)
);

CREATE TABLE audit.finding (
    finding_id     text COLLATE "C" PRIMARY KEY,
    audit_no       text COLLATE "C" NOT NULL,
    position       bigint NOT NULL UNIQUE,
    title          text NOT NULL,
    statement      text NOT NULL,
    severity       text NOT NULL,
    unit           text COLLATE "C" NOT NULL,
    entries        text[] NOT NULL,
    allocation_nos text[] NOT NULL,
    state          text NOT NULL DEFAULT 'raised',
    suspends       text[] NOT NULL DEFAULT '{}',
    demand         text,
    due_date       date,
    ordered_by     text COLLATE "C",
    ordered_as     text,
    escalated_for  date
);
CREATE INDEX ON audit.finding (audit_no, position);
CREATE INDEX ON audit.finding (unit, position);
CREATE INDEX ON audit.finding (due_date, finding_id) WHERE due_date IS NOT NULL;

-- What was done about a finding, in order: who, when, and what was said.
CREATE TABLE audit.finding_step (
    finding_id   text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    type         text COLLATE "C" NOT NULL,
    actor        text COLLATE "C" NOT NULL,
    role         text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    said         text,
    document_ref text,
    due_date     date,
    PRIMARY KEY (finding_id, position)
);
