-- The bytes of documents that audits keep as evidence. The event has their SHA-256, which says for ever whether these are
-- they. A row an upload, so that one that came to nothing can be taken out again without looking at any other.
create table evidence_file (
    id        bigint generated always as identity primary key,
    sha256    text        collate "C" not null,
    bytes     bytea       not null,
    stored_at timestamptz not null default clock_timestamp()
);

create index evidence_file_sha256 on evidence_file (sha256, id);
