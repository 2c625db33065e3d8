-- Generation runs: one row for each start, kept for good as the generation history. The job does the work and is forgotten
-- some weeks after its end; what it came to stays here.
create table generation_run (
    id              bigint generated always as identity constraint generation_run_pk primary key,
    job_id          bigint      not null constraint generation_run_job unique,
    course_key      text        not null,
    generated_by    text        not null,
    change_reason   text,
    is_regeneration boolean     not null,
    input           jsonb       not null,
    chunk_size      integer     not null constraint generation_run_chunk check (chunk_size between 1 and 1000),
    -- Smaller chunks after one that failed, to find the learner who makes it fail; null in good times.
    reduced_to      integer constraint generation_run_reduced check (reduced_to >= 0),
    created_at      timestamptz not null,
    state           text        not null default 'running'
        constraint generation_run_state check (state in ('running', 'done', 'cancelled')),
    done            bigint      not null default 0,
    total           bigint,
    counts          jsonb       not null default '{}',
    finished_at     timestamptz
);
create index generation_run_course on generation_run (course_key, id);

-- Whom a run is about that was started with a list; gone when the run has ended.
create table generation_run_learner (
    run_id     bigint not null,
    learner_id text   not null,
    constraint generation_run_learner_pk primary key (run_id, learner_id)
);

-- Learners whom a run had to leave out since their facts could not be folded.
create table generation_run_failure (
    run_id     bigint not null,
    learner_id text   not null,
    error      text   not null,
    constraint generation_run_failure_pk primary key (run_id, learner_id)
);

create index standing_allowlisted on standing (course_key, learner_id) where allowlisted;
