-- Hand-written double-entry ledger: the "just SQL" alternative.  PostgreSQL 15+.
-- Amounts are integers in minor units.
CREATE TABLE fund (
  fund_id   bigint PRIMARY KEY,
  name      text   NOT NULL,
  cash      bigint NOT NULL CHECK (cash >= 0)
);
CREATE TABLE allocation (
  allocation_id bigint PRIMARY KEY,
  fund_id   bigint NOT NULL REFERENCES fund,
  purpose   text   NOT NULL,
  status    text   NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN','CLOSED')),
  amount    bigint NOT NULL CHECK (amount > 0),
  disbursed bigint NOT NULL DEFAULT 0,
  version   bigint NOT NULL DEFAULT 0,
  UNIQUE (allocation_id, fund_id),
  CHECK (disbursed >= 0 AND disbursed <= amount)
) WITH (fillfactor = 70);
CREATE SEQUENCE disbursement_seq CACHE 32;
CREATE SEQUENCE entry_seq CACHE 32;
CREATE TABLE disbursement (
  disbursement_id bigint PRIMARY KEY,
  allocation_id bigint NOT NULL,
  fund_id   bigint NOT NULL,
  amount    bigint NOT NULL CHECK (amount > 0),
  payee     text   NOT NULL,
  ts        timestamptz NOT NULL,
  FOREIGN KEY (allocation_id, fund_id) REFERENCES allocation (allocation_id, fund_id)
);
CREATE TABLE journal_entry (
  entry_id  bigint PRIMARY KEY,
  disbursement_id bigint NOT NULL UNIQUE REFERENCES disbursement,
  kind      text NOT NULL,
  ts        timestamptz NOT NULL
);
-- Both legs carry the fund and the allocation; account tells which side it is.
CREATE TABLE posting (
  entry_id  bigint   NOT NULL REFERENCES journal_entry,
  leg       smallint NOT NULL,
  account   text     NOT NULL CHECK (account IN ('EXPENDITURE','CASH')),
  fund_id   bigint   NOT NULL,
  allocation_id bigint NOT NULL,
  amount    bigint   NOT NULL CHECK (amount <> 0),
  balance_after bigint NOT NULL,
  ts        timestamptz NOT NULL,
  PRIMARY KEY (entry_id, leg),
  FOREIGN KEY (allocation_id, fund_id) REFERENCES allocation (allocation_id, fund_id)
);
CREATE INDEX posting_alloc_ts ON posting (allocation_id, ts);
CREATE TABLE idempotency (
  key       text PRIMARY KEY,
  allocation_id bigint NOT NULL,
  amount    bigint NOT NULL,
  payee     text   NOT NULL,
  disbursement_id bigint NOT NULL
);
CREATE TABLE audit_log (
  audit_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ts        timestamptz NOT NULL,
  actor     text NOT NULL,
  action    text NOT NULL,
  subject   bigint NOT NULL,
  details   jsonb NOT NULL
);

-- Every statement that adds postings must add whole, balanced entries.
CREATE FUNCTION posting_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added GROUP BY entry_id HAVING sum(amount) <> 0 OR count(*) < 2) THEN
    RAISE EXCEPTION 'unbalanced journal entry' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_balanced AFTER INSERT ON posting
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION posting_balanced();
-- Append-only.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- One disbursement.  Returns its id; the same key with the same content returns the first id.
CREATE FUNCTION disburse(p_alloc bigint, p_amount bigint, p_payee text, p_key text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  a      allocation%ROWTYPE;
  prev   idempotency%ROWTYPE;
  v_id   bigint;
  v_entry bigint;
  v_cash bigint;
  v_ts   timestamptz;
BEGIN
  IF p_amount IS NULL OR p_amount <= 0 THEN
    RAISE EXCEPTION 'amount must be positive' USING ERRCODE = '22023';
  END IF;
  v_id := nextval('disbursement_seq');
  INSERT INTO idempotency VALUES (p_key, p_alloc, p_amount, p_payee, v_id) ON CONFLICT (key) DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO prev FROM idempotency WHERE key = p_key;
    IF (prev.allocation_id, prev.amount, prev.payee) IS DISTINCT FROM (p_alloc, p_amount, p_payee) THEN
      RAISE EXCEPTION 'idempotency key reused with other content' USING ERRCODE = '23505';
    END IF;
    RETURN prev.disbursement_id;
  END IF;

  SELECT * INTO a FROM allocation WHERE allocation_id = p_alloc FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such allocation' USING ERRCODE = 'P0002'; END IF;
  IF a.status <> 'OPEN' THEN RAISE EXCEPTION 'allocation is closed' USING ERRCODE = '55000'; END IF;
  IF a.amount - a.disbursed < p_amount THEN
    RAISE EXCEPTION 'insufficient: % left', a.amount - a.disbursed USING ERRCODE = '23514';
  END IF;
  v_ts := clock_timestamp();            -- after the lock: in order within one allocation
  v_entry := nextval('entry_seq');
  INSERT INTO disbursement VALUES (v_id, p_alloc, a.fund_id, p_amount, p_payee, v_ts);
  INSERT INTO journal_entry VALUES (v_entry, v_id, 'DISBURSEMENT', v_ts);
  UPDATE allocation SET disbursed = disbursed + p_amount, version = version + 1 WHERE allocation_id = p_alloc;
  INSERT INTO audit_log (ts, actor, action, subject, details)
    VALUES (v_ts, session_user, 'DISBURSE', v_id,
            jsonb_build_object('allocation', p_alloc, 'amount', p_amount, 'payee', p_payee, 'key', p_key));
  UPDATE fund SET cash = cash - p_amount WHERE fund_id = a.fund_id RETURNING cash INTO v_cash;
  INSERT INTO posting VALUES
    (v_entry, 1, 'EXPENDITURE', a.fund_id, p_alloc,  p_amount, a.disbursed + p_amount, v_ts),
    (v_entry, 2, 'CASH',        a.fund_id, p_alloc, -p_amount, v_cash,                 v_ts);
  RETURN v_id;
END $$;

-- The same, queueing on an advisory lock first: waiters on a hot allocation then take their snapshot after the wait
-- and need not walk the row versions made meanwhile.
CREATE FUNCTION disburse_queued(p_alloc bigint, p_amount bigint, p_payee text, p_key text)
RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7, p_alloc::int);
  RETURN disburse(p_alloc, p_amount, p_payee, p_key);
END $$;

-- Batch by loop: all or nothing; locks all allocations first, in order, so that it cannot deadlock.
CREATE FUNCTION disburse_batch_loop(p_alloc bigint[], p_amount bigint[], p_payee text[], p_key text[])
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE r record; ids bigint[] := '{}';
BEGIN
  PERFORM 1 FROM allocation WHERE allocation_id = ANY (p_alloc) ORDER BY allocation_id FOR NO KEY UPDATE;
  FOR r IN SELECT * FROM unnest(p_alloc, p_amount, p_payee, p_key) AS t(a, m, p, k)
           JOIN allocation x ON x.allocation_id = t.a ORDER BY x.fund_id, t.a LOOP
    ids := ids || disburse(r.a, r.m, r.p, r.k);
  END LOOP;
  RETURN ids;
END $$;

-- Batch by sets: all or nothing, every key must be new.  The best that plain SQL does.
CREATE FUNCTION disburse_batch_set(p_alloc bigint[], p_amount bigint[], p_payee text[], p_key text[])
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n int := cardinality(p_alloc); v_ts timestamptz; v_cnt bigint; c record;
BEGIN
  PERFORM 1 FROM allocation WHERE allocation_id = ANY (p_alloc) ORDER BY allocation_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM unnest(p_amount) m WHERE m IS NULL OR m <= 0) THEN
    RAISE EXCEPTION 'amount must be positive' USING ERRCODE = '22023';
  END IF;
  v_ts := clock_timestamp();
  PERFORM 1 FROM fund WHERE fund_id IN (SELECT fund_id FROM allocation WHERE allocation_id = ANY (p_alloc))
    ORDER BY fund_id FOR NO KEY UPDATE;
  WITH req AS MATERIALIZED (
    SELECT t.*, x.fund_id, x.disbursed, nextval('disbursement_seq') AS id, nextval('entry_seq') AS entry
    FROM unnest(p_alloc, p_amount, p_payee, p_key) WITH ORDINALITY AS t(a, m, p, k, o)
    JOIN allocation x ON x.allocation_id = t.a AND x.status = 'OPEN'
  ), run AS MATERIALIZED (
    SELECT r.*, r.disbursed + sum(m) OVER (PARTITION BY a ORDER BY o) AS spent_after,
           f.cash - sum(m) OVER (PARTITION BY r.fund_id ORDER BY o) AS cash_after
    FROM req r JOIN fund f USING (fund_id)
  ), i AS (INSERT INTO idempotency SELECT k, a, m, p, id FROM run)
  , d AS (INSERT INTO disbursement SELECT id, a, fund_id, m, p, v_ts FROM run)
  , j AS (INSERT INTO journal_entry SELECT entry, id, 'DISBURSEMENT', v_ts FROM run)
  , l AS (INSERT INTO posting
          SELECT entry, 1, 'EXPENDITURE', fund_id, a,  m, spent_after, v_ts FROM run UNION ALL
          SELECT entry, 2, 'CASH',        fund_id, a, -m, cash_after,  v_ts FROM run)
  , u AS (INSERT INTO audit_log (ts, actor, action, subject, details)
          SELECT v_ts, session_user, 'DISBURSE', id,
                 jsonb_build_object('allocation', a, 'amount', m, 'payee', p, 'key', k) FROM run)
  , b AS (UPDATE allocation x SET disbursed = x.disbursed + s.m, version = version + s.n
          FROM (SELECT a, sum(m)::bigint m, count(*) n FROM run GROUP BY a) s WHERE x.allocation_id = s.a)
  , f AS (UPDATE fund x SET cash = x.cash - s.m
          FROM (SELECT fund_id, sum(m)::bigint m FROM run GROUP BY fund_id) s WHERE x.fund_id = s.fund_id)
  SELECT count(*) INTO v_cnt FROM run;      -- overdrafts are caught by the CHECKs
  IF v_cnt <> n THEN RAISE EXCEPTION 'unknown or closed allocation in batch' USING ERRCODE = 'P0002'; END IF;
  RETURN v_cnt;
END $$;
