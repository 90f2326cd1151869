-- How often the tranches of an allocation were agreed: whoever agrees them anew says which version they saw. Apart from
-- allocation, because few allocations have any.
CREATE TABLE allocation.tranches_version (
    allocation_no text COLLATE "C" PRIMARY KEY,
    version       integer NOT NULL
);

-- Filled anew from the first event on, so that none is missing.
TRUNCATE allocation.allocation, allocation.holding, allocation.tranche, allocation.gap;
UPDATE allocation.progress SET position = -1;
