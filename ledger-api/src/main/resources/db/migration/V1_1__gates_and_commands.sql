-- What commands of other aggregates depend on: folded from events, written under an exclusive advisory lock in the
-- transaction that appends the events. Compared with the events at every start.
create table gate (
    name  text  collate "C" primary key,
    facts bytea not null
);

-- Which fields the facts of each kind had when they were last written by a whole: with other fields they are folded
-- anew, with the same ones they must be what the events say.
create table gate_shape (
    type  text collate "C" primary key,
    shape text not null
);

create view gate_readable as
select name, convert_from(facts, 'UTF8')::jsonb as facts from gate;

-- Commands that were accepted, so that one sent twice is recorded once and gets its first answer again. The primary key
-- is the last word: of two that run at once, one fails to insert and is decided anew.
-- answer lists the events, as JSON bytes; position is the greatest of theirs.
create table command_log (
    command_id   text   collate "C" primary key,
    request_hash text   collate "C",
    position     bigint not null,
    answer       bytea  not null
);
