-- Learners who are retired: nothing that arrives later brings their personal data back. What is the learner's own is blanked at
-- once; rows about others that name the learner are searched by a job. erased_at is when nothing was left; the cause is that of
-- the report of it.
create table retired_person (
    learner_id     text        constraint retired_person_pk primary key,
    retired_at     timestamptz not null,
    erased_at      timestamptz,
    job_id         bigint,
    cause_by       text        not null default '',
    cause_id       text        not null default '',
    correlation_id text        not null default '',
    origin         text
);
create index retired_person_job on retired_person (job_id, learner_id) where job_id is not null;

-- What names these learners: usernames, names and addresses, until the job has reported them.
create table retired_person_word (
    learner_id text    not null constraint retired_person_word_learner references retired_person on delete cascade,
    word       text    not null,
    acted      boolean not null,
    constraint retired_person_word_pk primary key (learner_id, word)
);

-- Under which usernames people have changed something here, so that retirement finds them in changed_by and the like. Staff
-- need not be learners of whom this service is told.
create table known_actor (
    learner_id text not null,
    username   text not null,
    constraint known_actor_pk primary key (learner_id, username)
);
