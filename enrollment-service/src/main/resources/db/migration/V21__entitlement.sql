-- What learners are entitled to: a mode in a course, for whichever run they choose. Written by SQL only. A learner has at most
-- one active entitlement to a course; expired ones stay, and the version counts on over all of them.
create table entitlement (
    id            bigint generated always as identity constraint entitlement_pk primary key,
    uuid          uuid        not null constraint entitlement_uuid unique,
    learner_id    text        not null constraint entitlement_learner references learner,
    course_uuid   uuid        not null,
    mode          text        not null,
    course_key    text        constraint entitlement_course_run references course_run,
    expired_at    timestamptz,
    order_number  text,
    version       bigint      not null,
    created_at    timestamptz not null,
    occurred_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint entitlement_version unique (learner_id, course_uuid, version)
);
create unique index entitlement_active on entitlement (learner_id, course_uuid) where expired_at is null;
create index entitlement_course on entitlement (course_uuid, id);
create index entitlement_course_key on entitlement (course_key) where course_key is not null;

call laurel_audit('entitlement');
