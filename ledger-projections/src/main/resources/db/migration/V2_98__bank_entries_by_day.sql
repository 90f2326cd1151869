-- Nobody asks for one position: the entries of a fund's days are a key by themselves, and one index less to write.
ALTER TABLE reconciliation.entry DROP CONSTRAINT entry_pkey;
DROP INDEX reconciliation.entry_fund_code_effective_date_position_idx;
ALTER TABLE reconciliation.entry ADD PRIMARY KEY (fund_code, effective_date, position);
