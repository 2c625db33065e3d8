-- What learners completed, whatever is known of the block. Amounts are whole numbers of a billionth, so that sums are exact.
create table block_completion (
    course_key  text        not null,
    learner_id  text        not null,
    block_key   text        not null,
    completion  bigint      not null,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    source      text        not null,
    event_id    text        not null,
    constraint block_completion_pk primary key (course_key, learner_id, block_key),
    constraint block_completion_range check (completion between 0 and 1000000000)
);

-- One row for each learner who completed anything in a course run. structure_id is the structure that the sums follow, 0
-- before any is known; version counts what was told of the course row, 0 when nothing was.
create table course_progress (
    course_key   text   not null,
    learner_id   text   not null,
    structure_id bigint not null,
    earned       bigint not null,
    possible     bigint not null,
    version      bigint not null,
    constraint course_progress_pk primary key (course_key, learner_id),
    constraint course_progress_range check (earned between 0 and possible * 1000000000)
);

-- Sums of chapters, sequentials and verticals that a learner has touched; without a row the sum is 0. Rows of blocks that
-- have left the structure stay, so that their versions go on when a block comes back; nothing reads their sums.
create table block_progress (
    course_key text   not null,
    learner_id text   not null,
    block_key  text   not null,
    earned     bigint not null,
    version    bigint not null,
    constraint block_progress_pk primary key (course_key, learner_id, block_key),
    constraint block_progress_range check (earned >= 0)
);
