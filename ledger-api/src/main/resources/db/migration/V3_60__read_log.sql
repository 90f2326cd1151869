-- What inspectors and auditors read, and when: whoever looks at everything is looked at, too. Rows are added only; nobody
-- changes them, not even by mistake. No body, no answer: the address says what was asked for.
create table read_log (
    id        bigint      generated always as identity primary key,
    read_at   timestamptz not null,
    person_id text        collate "C" not null,
    roles     text        not null,
    method    text        not null,
    path      text        collate "C" not null,
    query     text
);

create index read_log_person on read_log (person_id, id);

create function read_log_is_for_ever() returns trigger language plpgsql as $$
begin
    raise exception 'the log of reads is only added to';
end
$$;

create trigger read_log_is_for_ever before update or delete or truncate on read_log
    for each statement execute function read_log_is_for_ever();
