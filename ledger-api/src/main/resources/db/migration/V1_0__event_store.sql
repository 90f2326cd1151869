-- The one source of truth: every event of the ledger, in the order of recording. Everything else in this database can
-- be rebuilt from this table.
--
-- Payload and metadata are JSON as bytes, because bytes stay as they were hashed and are read faster than jsonb; a
-- person reads the view event_readable instead.
-- recorded_at is the database's clock while the row is written, so that "known at" does not depend on the clock of an
-- application; transaction_id tells which events were recorded together.
create table ledger_event (
    position       bigserial   primary key,
    event_id       uuid        not null,
    stream         text        collate "C" not null,
    sequence       bigint      not null check (sequence >= 0),
    aggregate_type text        collate "C",
    occurred_at    timestamptz not null,
    type           text        collate "C" not null,
    revision       text        collate "C",
    payload        bytea       not null,
    metadata       bytea       not null,
    recorded_at    timestamptz not null default clock_timestamp(),
    transaction_id xid8        not null default pg_current_xact_id(),
    constraint ledger_event_stream_sequence unique (stream, sequence),
    constraint ledger_event_id unique (event_id)
);

-- Resolves "known at" an instant without looking at the history before or long after it.
create index ledger_event_recorded_at on ledger_event (recorded_at, position);

create function ledger_event_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'events are never changed or removed (% on %)', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger ledger_event_append_only
    before update or delete or truncate on ledger_event
    for each statement execute function ledger_event_append_only();

create view event_readable as
select position, event_id, stream, sequence, aggregate_type, type, revision,
       convert_from(payload, 'UTF8')::jsonb as payload,
       convert_from(metadata, 'UTF8')::jsonb as metadata,
       occurred_at, recorded_at, transaction_id
from ledger_event;

comment on view event_readable is 'The events as a person reads them.';

-- The state of long aggregates, so that loading one does not read all its events. Only a cache: rows may be deleted.
create table ledger_snapshot (
    event_id       uuid        not null,
    stream         text        collate "C" not null,
    sequence       bigint      not null,
    aggregate_type text        collate "C" not null,
    occurred_at    timestamptz not null,
    type           text        collate "C" not null,
    revision       text        collate "C",
    payload        bytea       not null,
    metadata       bytea       not null,
    primary key (stream, sequence)
);

-- How far each event processor is. One row is rewritten at every batch: room in the page keeps that update in place.
create table token_entry (
    processor_name text    collate "C" not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    updated_at     text,
    owner          text,
    primary key (processor_name, segment)
) with (fillfactor = 50);

-- Events that a reaction could not take. Bytes and text only: Axon's default schema would use large objects.
create table dead_letter (
    dead_letter_id      text   collate "C" primary key,
    processing_group    text   collate "C" not null,
    sequence_identifier text   collate "C" not null,
    sequence_index      bigint not null,
    message_type        text   not null,
    event_id            text   not null,
    occurred_at         text   not null,
    payload_type        text   not null,
    payload_revision    text,
    payload             bytea  not null,
    metadata            bytea,
    aggregate_type      text,
    stream              text,
    sequence            bigint,
    token_type          text,
    token               bytea,
    enqueued_at         text   not null,
    last_touched        text,
    processing_started  text,
    cause_type          text,
    cause_message       text,
    diagnostics         bytea,
    constraint dead_letter_sequence unique (processing_group, sequence_identifier, sequence_index)
);
