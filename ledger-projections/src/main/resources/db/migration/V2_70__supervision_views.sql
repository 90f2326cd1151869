-- What came after payments: returns, recoveries and reports of spending, one row an entry, a reversed one once more below
-- zero. Postings do not tell a return from a recovery, nor whose spending was reported; supervision asks for both on any
-- day, as known at any time.
CREATE TABLE disbursement.follow_up (
    position       bigint PRIMARY KEY,
    -- return, recovery, spending-report
    kind           text COLLATE "C" NOT NULL,
    fund_code      text COLLATE "C" NOT NULL,
    year           integer NOT NULL,
    allocation_no  text COLLATE "C" NOT NULL,
    effective_date date NOT NULL,
    amount         numeric NOT NULL
);
CREATE INDEX ON disbursement.follow_up (fund_code, year, position);

-- Payments of which less than half is reported as spent, oldest first.
CREATE INDEX ON disbursement.disbursement (effective_date, reference)
    WHERE state = 'paid' AND reported * 2 < amount - returned;
-- Milestones and bank accounts that wait.
CREATE INDEX ON project.milestone (planned_on, project_no) WHERE reached_on IS NULL;
CREATE INDEX ON payee.account (payee, account_id) WHERE verified_by IS NULL;

-- Filled anew from the first event on, so that no entry of before is missing.
TRUNCATE disbursement.disbursement, disbursement.recovery, disbursement.recipient, disbursement.gap;
UPDATE disbursement.progress SET position = -1;
