-- Replica of learners: only what look-ups by username and lists need.
create table learner (
    learner_id  text        not null constraint learner_pk primary key,
    username    text        not null,
    occurred_at timestamptz not null
);
create index learner_username on learner (lower(username));

-- Replica of enrollments. The newest version wins.
create table enrollment (
    learner_id text    not null,
    course_key text    not null,
    is_active  boolean not null,
    version    bigint  not null,
    constraint enrollment_pk primary key (learner_id, course_key)
);
create index enrollment_active on enrollment (course_key, learner_id) where is_active;
