-- A flag may become a finding, and that finding may be confirmed: then the rule was right, and is counted so. Findings
-- that are confirmed have a table of their own, because a finding and its flag are two streams, and which of their events
-- comes first is not said. No flag could become one before, so nothing needs to be read again.
ALTER TABLE supervision.flag ADD COLUMN finding_id text COLLATE "C";

CREATE TABLE supervision.confirmed (
    finding_id text COLLATE "C" PRIMARY KEY
);
