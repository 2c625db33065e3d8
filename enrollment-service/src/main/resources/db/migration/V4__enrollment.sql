create table enrollment (
    learner_id    text        not null constraint enrollment_learner references learner,
    course_key    text        not null constraint enrollment_course_run references course_run,
    mode          text        not null,
    is_active     boolean     not null,
    version       bigint      not null,
    created_at    timestamptz not null,
    occurred_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint enrollment_pk primary key (learner_id, course_key)
);
create index enrollment_active on enrollment (course_key) where is_active;

call laurel_audit('enrollment');

-- What a client knows about an enrollment, such as the provider of a credit. A new list replaces the old one.
create table enrollment_attribute (
    learner_id text    not null,
    course_key text    not null,
    position   integer not null,
    namespace  text    not null,
    name       text    not null,
    value      text    not null,
    constraint enrollment_attribute_pk primary key (learner_id, course_key, position),
    constraint enrollment_attribute_enrollment foreign key (learner_id, course_key) references enrollment
);

-- Requests that wait for the learner, the course run or its modes to become known, by their place in business-time order.
create table pending_enrollment (
    learner_id     text        not null,
    course_key     text        not null,
    mode           text        not null,
    is_active      boolean     not null,
    occurred_at    timestamptz not null,
    sequence       bigint      not null,
    kind           integer     not null,
    source         text collate "C" not null,
    event_id       text collate "C" not null,
    requested_by   text        not null,
    cause_id       text        not null,
    correlation_id text        not null,
    origin         text,
    constraint pending_enrollment_pk
        primary key (learner_id, course_key, occurred_at, sequence, kind, source, event_id)
);
create index pending_enrollment_course on pending_enrollment (course_key, learner_id);
