-- A payee's payments of one amount, and those of one fund to a payee, are each found among themselves, by days.
DROP INDEX disbursement.disbursement_payee_effective_date_amount_idx;
CREATE INDEX ON disbursement.disbursement (payee, amount, effective_date);
CREATE INDEX ON disbursement.disbursement (fund_code, payee, effective_date);
