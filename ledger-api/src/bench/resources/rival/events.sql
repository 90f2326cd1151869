-- So many events in global order, the payload a JSON object of about 300 bytes.
CREATE TABLE event_bytea (
  global_index bigint NOT NULL, aggregate_id text NOT NULL, seq bigint NOT NULL,
  event_type text NOT NULL, ts timestamptz NOT NULL, payload bytea NOT NULL);
INSERT INTO event_bytea
SELECT g, 'allocation-' || a, g / 10000, 'DisbursementMade', ts,
  convert_to(format('{"disbursementId":"%s","allocationId":"allocation-%s","fundId":"fund-%s","amountMinor":%s,"currency":"EUR","payee":"Payee %s GmbH","reference":"INV-2024-%s","idempotencyKey":"%s","approvedBy":"officer-%s","at":"%s"}',
    md5(g::text)::uuid, a, 1 + a % 100, 1 + (g * 7919) % 100000, g % 5000, lpad(g::text, 9, '0'), md5((g + 1)::text), g % 50,
    to_char(ts AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'UTF8')
FROM (SELECT g, (g * 7919) % 10000 AS a, timestamptz '2024-01-01 00:00+00' + g * interval '30 seconds' AS ts
      FROM generate_series(1::bigint, :n) g) x;
ALTER TABLE event_bytea ADD PRIMARY KEY (global_index);
CREATE TABLE projection (allocation_id text PRIMARY KEY, disbursed bigint NOT NULL, n bigint NOT NULL, last_index bigint NOT NULL);
