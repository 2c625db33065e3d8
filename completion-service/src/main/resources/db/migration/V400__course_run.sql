-- Replica of the directory of course runs: what titles and lists need. The highest version wins.
create table course_run (
    course_key       text        not null constraint course_run_pk primary key,
    org              text        not null,
    display_name     text,
    mobile_available boolean     not null,
    version          bigint      not null,
    occurred_at      timestamptz not null
);
