-- A list of allocations shows what each held on a day, as known at a time: its accounts are found by the allocation.
CREATE INDEX ON balance.account (allocation) WHERE allocation IS NOT NULL;
