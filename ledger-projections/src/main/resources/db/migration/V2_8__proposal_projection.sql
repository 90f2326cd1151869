-- Proposals, and what became of them. A schema of its own, for the same reasons as that of balances.
CREATE SCHEMA proposal;

CREATE TABLE proposal.progress (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL
);
INSERT INTO proposal.progress (position) VALUES (-1);

CREATE TABLE proposal.gap (
    position    bigint PRIMARY KEY,
    revealed_at timestamptz NOT NULL
);

CREATE TABLE proposal.proposal (
    proposal_id   text COLLATE "C" PRIMARY KEY,
    position      bigint NOT NULL UNIQUE,
    command       text COLLATE "C" NOT NULL,
    revision      text COLLATE "C" NOT NULL,
    payload       text NOT NULL,
    proposed_by   text COLLATE "C" NOT NULL,
    proposed_at   timestamptz NOT NULL,
    state         text NOT NULL DEFAULT 'waiting',
    ended_by      text COLLATE "C",
    ended_at      timestamptz,
    reason        text
);
CREATE INDEX ON proposal.proposal (position) WHERE state = 'waiting';
CREATE INDEX ON proposal.proposal (proposed_by, position);
