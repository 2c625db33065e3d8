-- Who has which role in a course run or organisation. A role that was taken away stays as a row, so that versions go on growing.
-- Learners need not be known: a role that is told before its holder waits here for nothing, since nothing of it needs the holder.
create table course_role (
    id            bigint generated always as identity constraint course_role_id unique,
    learner_id    text        not null,
    org           text        not null,
    course_key    text        not null,
    role          text        not null,
    is_member     boolean     not null,
    version       bigint      not null,
    occurred_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint course_role_pk primary key (learner_id, org, course_key, role),
    -- A run's role names the run's organisation, an organisation's role no run, and a role everywhere neither.
    constraint course_role_scope check (org <> '' or course_key = '')
);
create index course_role_holders on course_role (course_key, org, id);

call laurel_audit('course_role');
