-- Refused attempts, one row each. A schema of its own, for the same reasons as that of balances.
CREATE SCHEMA refusal;

CREATE TABLE refusal.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO refusal.progress (position) VALUES (-1);

CREATE TABLE refusal.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

-- figures and subject are small maps of names and texts: two arrays each.
CREATE TABLE refusal.refusal (
    position       bigint PRIMARY KEY,
    event_id       text COLLATE "C" NOT NULL UNIQUE,
    recorded_at    timestamptz NOT NULL,
    code           text COLLATE "C" NOT NULL,
    command        text COLLATE "C" NOT NULL,
    actor          text COLLATE "C",
    role           text,
    correlation_id text COLLATE "C",
    causation_id   text COLLATE "C",
    fund_code      text COLLATE "C",
    allocation_no  text COLLATE "C",
    reference      text COLLATE "C",
    figure_names   text[] NOT NULL,
    figure_values  text[] NOT NULL,
    subject_names  text[] NOT NULL,
    subject_values text[] NOT NULL
);
CREATE INDEX ON refusal.refusal (code, position);
CREATE INDEX ON refusal.refusal (actor, position) WHERE actor IS NOT NULL;
CREATE INDEX ON refusal.refusal (causation_id, position) WHERE causation_id IS NOT NULL;
CREATE INDEX ON refusal.refusal (allocation_no, position) WHERE allocation_no IS NOT NULL;
CREATE INDEX ON refusal.refusal (fund_code, position) WHERE fund_code IS NOT NULL;
