-- Email addresses that may enroll although enrollment is closed or by invitation, whoever has them or will. The first learner
-- who makes use of one keeps it for ever.
create table enrollment_allowed (
    id            bigint generated always as identity constraint enrollment_allowed_pk primary key,
    email         text        not null,
    course_key    text        not null constraint enrollment_allowed_course_run references course_run,
    auto_enroll   boolean     not null,
    learner_id    text constraint enrollment_allowed_learner references learner,
    created_at    timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null
);
create unique index enrollment_allowed_email_course on enrollment_allowed (lower(email), course_key);
create index enrollment_allowed_claimed on enrollment_allowed (learner_id) where learner_id is not null;

call laurel_audit('enrollment_allowed');
