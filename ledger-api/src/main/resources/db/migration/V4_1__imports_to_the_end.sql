-- What was appropriated for allocations that the ledger then refused. Their rows may come again, mended, in any file:
-- only what they need beyond it is appropriated then.
create table import_appropriated (
    import_id uuid not null references import on delete cascade,
    allocation text not null, -- its number in lower case
    fund_year text not null, -- f1/2015
    amount numeric not null,
    primary key (import_id, allocation)
);

create index import_appropriated_allocation on import_appropriated (allocation, fund_year);

-- Uploaded files go some time after their import has ended; what is known of them stays.
alter table import add column file_deleted_at timestamptz;

create index import_file on import (finished_at) where file_deleted_at is null;
