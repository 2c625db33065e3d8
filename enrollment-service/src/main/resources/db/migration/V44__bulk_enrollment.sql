-- Long lists of learners to enroll or unenroll, and what became of each row. A job works them off.
create table bulk_enrollment (
    id          bigint generated always as identity constraint bulk_enrollment_pk primary key,
    action      text        not null,
    mode        text,
    auto_enroll boolean     not null,
    reason      text,
    role        text,
    authority   text        not null,
    row_count   bigint      not null,
    job_id      bigint,
    state       text        not null,
    counts      jsonb       not null,
    created_at  timestamptz not null,
    created_by  text        not null,
    cause_id    text        not null,
    finished_at timestamptz
);
create index bulk_enrollment_finished on bulk_enrollment (finished_at) where finished_at is not null;

create table bulk_enrollment_row (
    bulk_id          bigint not null,
    line             bigint not null,
    identifier       text   not null,
    course_id        text   not null,
    mode             text,
    outcome          text,
    before_state     text,
    before_mode      text,
    after_state      text,
    after_mode       text,
    state_transition text,
    constraint bulk_enrollment_row_pk primary key (bulk_id, line)
);
