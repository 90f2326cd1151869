-- A unit asks for the payments of its own allocations without naming one: the register must know whose these are. It
-- keeps that itself, because projections do not know each other.
CREATE TABLE disbursement.recipient (
    allocation_no text COLLATE "C" PRIMARY KEY,
    recipient     text COLLATE "C" NOT NULL
);
CREATE INDEX ON disbursement.recipient (recipient, allocation_no);
CREATE INDEX ON disbursement.recovery (allocation_no, recovery_id);

-- The register is filled anew from the first event on, so that no allocation of before is missing. It holds nothing but
-- what events say.
TRUNCATE disbursement.disbursement, disbursement.recovery, disbursement.gap;
UPDATE disbursement.progress SET position = -1;
