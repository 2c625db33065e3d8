-- Blocks that changed where courses are written after the structure that counts was published: by block the newest change. Rows that
-- a structure has caught up with are left out on reading, and removed with the next change of the course run.
create table stale_block (
    course_key  text        not null,
    block_key   text        not null,
    occurred_at timestamptz not null,
    constraint stale_block_pk primary key (course_key, block_key)
);
