-- What every event posts, said a second time: in plain SQL over the table of events, from the table of movements in the
-- design and not from the program. Balances are recomputed from it and compared with those that the program shows, so
-- that a mistake of the program, or a row changed by hand, is found. Whoever has the database can read it, and needs
-- neither the program nor us.

-- Which event moves money from where to where. of: a column of the event where it is not "amount". where_is: the
-- event's movement or destination, where that decides. A side "to" is of the receiving year and allocation, "open" of the
-- open year, "payer" of the payee before the correction.
create table movement (
    type      text not null,
    where_is  text,
    from_kind text not null,
    from_side text,
    to_kind   text not null,
    to_side   text,
    of        text not null default 'amount'
);

insert into movement (type, where_is, from_kind, from_side, to_kind, to_side, of) values
    ('fund-year.budget-appropriated', null, 'appropriated', null, 'unallocated', null, 'amount'),
    ('fund-year.budget-increased', null, 'appropriated', null, 'unallocated', null, 'amount'),
    ('fund-year.budget-reduced', null, 'unallocated', null, 'appropriated', null, 'amount'),
    ('fund-year.opening-recorded', null, 'carried-in', null, 'unallocated', null, 'amount'),
    ('fund-year.reclaimed', null, 'unallocated', null, 'reclaimed', null, 'amount'),
    ('fund-year.carried-over', null, 'unallocated', null, 'carried-out', null, 'amount'),
    ('fund-year.carried-over', null, 'carried-in', 'to', 'unallocated', 'to', 'amount'),
    ('fund-year.entry-reversed', 'opening', 'unallocated', null, 'carried-in', null, 'amount'),
    ('fund-year.entry-reversed', 'increase', 'unallocated', null, 'appropriated', null, 'amount'),
    ('fund-year.entry-reversed', 'reduction', 'appropriated', null, 'unallocated', null, 'amount'),
    ('fund-year.entry-reversed', 'reclaim', 'reclaimed', null, 'unallocated', null, 'amount'),
    ('allocation.issued', null, 'unallocated', null, 'available', null, 'amount'),
    ('allocation.increased', null, 'unallocated', null, 'available', null, 'amount'),
    ('allocation.decreased', null, 'available', null, 'unallocated', null, 'amount'),
    ('allocation.opening-recorded', null, 'carried-in', null, 'available', null, 'amount'),
    ('allocation.opening-payment-recorded', null, 'carried-in', null, 'paid', null, 'amount'),
    ('allocation.opening-payment-reversed', null, 'paid', null, 'carried-in', null, 'amount'),
    ('allocation.virement-given', null, 'available', null, 'available', 'to', 'amount'),
    ('allocation.held', null, 'available', null, 'held', null, 'amount'),
    ('allocation.hold-released', null, 'held', null, 'available', null, 'amount'),
    -- The whole hold is given up, then the payment is made of what is available.
    ('allocation.spent', null, 'held', null, 'available', null, 'held'),
    ('allocation.spent', null, 'available', null, 'paid', null, 'amount'),
    ('allocation.restored', null, 'paid', null, 'available', null, 'amount'),
    ('allocation.not-restored', 'year', 'paid', null, 'unallocated', null, 'amount'),
    ('allocation.not-restored', 'treasury', 'paid', null, 'repaid', null, 'amount'),
    ('allocation.not-restored', 'open-year', 'paid', null, 'carried-out', null, 'amount'),
    ('allocation.not-restored', 'open-year', 'carried-in', 'open', 'unallocated', 'open', 'amount'),
    ('allocation.return-reversed', 'allocation', 'available', null, 'paid', null, 'amount'),
    ('allocation.return-reversed', 'year', 'unallocated', null, 'paid', null, 'amount'),
    ('allocation.return-reversed', 'treasury', 'repaid', null, 'paid', null, 'amount'),
    ('allocation.return-reversed', 'open-year', 'carried-out', null, 'paid', null, 'amount'),
    ('allocation.return-reversed', 'open-year', 'unallocated', 'open', 'carried-in', 'open', 'amount'),
    ('allocation.surplus-returned', 'year', 'available', null, 'unallocated', null, 'amount'),
    ('allocation.surplus-returned', 'treasury', 'available', null, 'repaid', null, 'amount'),
    ('allocation.reclaimed', null, 'available', null, 'reclaimed', null, 'amount'),
    ('allocation.carried-out', null, 'available', null, 'carried-out', null, 'amount'),
    ('allocation.carried-out', null, 'carried-in', 'to', 'available', 'to', 'amount'),
    ('allocation.entry-reversed', 'opening', 'available', null, 'carried-in', null, 'amount'),
    ('allocation.entry-reversed', 'issue', 'available', null, 'unallocated', null, 'amount'),
    ('allocation.entry-reversed', 'increase', 'available', null, 'unallocated', null, 'amount'),
    ('allocation.entry-reversed', 'decrease', 'unallocated', null, 'available', null, 'amount'),
    ('allocation.entry-reversed', 'surplus-to-year', 'unallocated', null, 'available', null, 'amount'),
    ('allocation.entry-reversed', 'surplus-to-treasury', 'repaid', null, 'available', null, 'amount'),
    ('allocation.entry-reversed', 'reclaim', 'reclaimed', null, 'available', null, 'amount'),
    ('allocation.entry-reversed', 'virement', 'available', 'to', 'available', null, 'amount'),
    ('disbursement.payee-corrected', null, 'paid', 'payer', 'paid', null, 'amount'),
    ('disbursement.recovery-demanded', null, 'claims', null, 'claimed', null, 'amount'),
    ('disbursement.recovery-received', null, 'claimed', null, 'claims', null, 'amount'),
    ('disbursement.recovery-waived', null, 'claimed', null, 'claims', null, 'amount'),
    ('disbursement.spending-reported', null, 'reporting', null, 'reported', null, 'amount'),
    ('disbursement.entry-reversed', 'recovery-demand', 'claimed', null, 'claims', null, 'amount'),
    ('disbursement.entry-reversed', 'recovery-receipt', 'claims', null, 'claimed', null, 'amount'),
    ('disbursement.entry-reversed', 'recovery-waiver', 'claims', null, 'claimed', null, 'amount'),
    ('disbursement.entry-reversed', 'spending-report', 'reported', null, 'reporting', null, 'amount');

-- One row an account and event: what the event adds to it.
create view event_posting as
select moved.position, moved.effective_date, moved.currency, leg.kind, moved.fund,
       case leg.side when 'to' then coalesce(moved.to_year, moved.year) when 'open' then moved.open_year
            else moved.year end as year,
       case when leg.kind in ('available', 'held', 'paid') then
            case leg.side when 'to' then moved.to_allocation else moved.allocation end end as allocation,
       case when leg.kind = 'paid' then case leg.side when 'payer' then moved.from_payee else moved.payee end end as payee,
       sum(leg.amount) as amount
from (
    select event.position, fact."effectiveDate" as effective_date, fact.currency, fact."fundCode" as fund, fact.year,
           fact."toYear" as to_year, fact."openYear" as open_year, fact."allocationNo" as allocation,
           fact."toAllocationNo" as to_allocation, fact.payee, fact."fromPayee" as from_payee,
           movement.from_kind, movement.from_side, movement.to_kind, movement.to_side,
           case movement.of when 'held' then fact.held else fact.amount end as amount
    from ledger_event event
    cross join lateral jsonb_to_record(convert_from(event.payload, 'UTF8')::jsonb) as fact (
        "fundCode" text, year integer, "allocationNo" text, payee text, amount numeric, held numeric, currency text,
        "effectiveDate" date, movement text, destination text, "toYear" integer, "openYear" integer,
        "toAllocationNo" text, "fromPayee" text)
    join movement on movement.type = event.type
        and (movement.where_is is null or movement.where_is = coalesce(fact.movement, fact.destination))
    where event.type in (select type from movement)
) as moved
cross join lateral (values
    (moved.from_kind, moved.from_side, -moved.amount), (moved.to_kind, moved.to_side, moved.amount)
) as leg (kind, side, amount)
group by 1, 2, 3, 4, 5, 6, 7, 8
having sum(leg.amount) <> 0;

comment on view event_posting is 'What every event posts, by plain SQL: the second computation of all balances.';

-- Every check that was run: nightly, and when somebody asked.
create table balance_check (
    id           uuid        primary key,
    asked_by     text        collate "C",
    begun_at     timestamptz not null default clock_timestamp(),
    ended_at     timestamptz,
    position     bigint,
    accounts     bigint,
    postings     bigint,
    differences  bigint,
    first_ones   jsonb,
    failure      text
);
create index balance_check_begun on balance_check (begun_at, id);
comment on column balance_check.asked_by is 'The person; null for the nightly check.';
