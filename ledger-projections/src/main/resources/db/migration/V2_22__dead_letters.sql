-- Events that a projection without money could not take, and those of the same stream that wait behind them: shown, and
-- tried again when an administrator asks. In each projection's own schema, so that a row commits with the progress past
-- it, and a rebuild begins without any. The event itself stays where it is for ever: in the store.
CREATE TABLE history.dead_letter (
    position    bigint PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    event_id    text COLLATE "C" NOT NULL,
    stream      text COLLATE "C" NOT NULL,
    type        text NOT NULL,
    error       text,
    since       timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts    integer NOT NULL
);
CREATE TABLE refusal.dead_letter (LIKE history.dead_letter INCLUDING ALL);
CREATE TABLE payee.dead_letter (LIKE history.dead_letter INCLUDING ALL);
CREATE TABLE proposal.dead_letter (LIKE history.dead_letter INCLUDING ALL);
