-- Every published structure of every course run. The newest by (occurred_at, version) is the one that counts; the hash only
-- makes the order total. Blocks are a JSON text, read as a whole and indexed in memory.
create table course_structure (
    id           bigint generated always as identity constraint course_structure_pk primary key,
    course_key   text        not null,
    occurred_at  timestamptz not null,
    version      bigint      not null,
    content_hash text        not null,
    root         text        not null,
    blocks       text        not null,
    changed_by   text        not null,
    cause_id     text        not null,
    created_at   timestamptz not null default now(),
    constraint course_structure_publication unique (course_key, occurred_at, version, content_hash),
    constraint course_structure_version check (version >= 0)
);
