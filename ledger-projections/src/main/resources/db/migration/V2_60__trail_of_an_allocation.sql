-- A trail asks what an allocation was made of, and what left it other than by payments. Of a large one that is a handful
-- among a hundred thousand payments: they are found without reading these, and payments cost no entry here.
CREATE INDEX ON history.event (allocation_no, position)
    WHERE type IN ('allocation.issued', 'allocation.carried-in', 'allocation.opening-recorded', 'allocation.increased',
        'allocation.decreased', 'allocation.virement-received', 'allocation.virement-receipt-reversed',
        'allocation.virement-given', 'allocation.surplus-returned', 'allocation.reclaimed',
        'allocation.carried-out', 'allocation.entry-reversed', 'allocation.closed');
