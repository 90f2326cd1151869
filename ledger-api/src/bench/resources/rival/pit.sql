-- Point-in-time data: :n postings (n/2 entries, 2 legs each), one hot allocation (id 0) with 500,000
-- postings, all others with 100 each, mixed over one year.  100 funds.  Same columns as the ledger's posting.
CREATE TABLE posting (
  entry_id bigint NOT NULL, leg smallint NOT NULL, account text NOT NULL,
  fund_id bigint NOT NULL, allocation_id bigint NOT NULL,
  amount bigint NOT NULL, balance_after bigint NOT NULL, ts timestamptz NOT NULL);
INSERT INTO posting
WITH e AS (
  SELECT g AS entry_id,
         -- every k-th entry belongs to the hot allocation: 250,000 of n/2
         CASE WHEN g % (:n / 500000) = 0 THEN 0
              ELSE 1 + (g - g / (:n / 500000)) % ((:n - 500000) / 100) END AS a,
         1 + (g * 7919) % 1000 AS m,
         timestamptz '2024-01-01 00:00+00' + g * (interval '365 days' / (:n / 2)) AS ts
  FROM generate_series(1::bigint, :n / 2) g)
, r AS (SELECT *, (sum(m) OVER (PARTITION BY a ORDER BY entry_id))::bigint AS bal FROM e)
SELECT entry_id, l.leg, l.account, 1 + a % 100, a, m * l.sign, l.sign * bal, ts
FROM r, (VALUES (1::smallint, 'EXPENDITURE', 1), (2::smallint, 'CASH', -1)) AS l(leg, account, sign)
ORDER BY entry_id, leg;
ALTER TABLE posting ADD PRIMARY KEY (entry_id, leg);
CREATE INDEX posting_alloc_ts ON posting (allocation_id, ts);
