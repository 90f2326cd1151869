-- Payments of one payee, a span of days and an amount: answered from the index, whatever else the payee was paid.
DROP INDEX disbursement.disbursement_payee_effective_date_idx;
CREATE INDEX ON disbursement.disbursement (payee, effective_date, amount);
