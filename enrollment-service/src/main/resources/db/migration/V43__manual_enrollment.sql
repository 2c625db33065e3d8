-- What staff did to enrollments by hand, line by line. Nothing is ever changed in it. Whom and what it names was known when
-- it was written; no constraint checks that again for each of the many lines of a bulk request.
create table manual_enrollment (
    id               bigint generated always as identity constraint manual_enrollment_pk primary key,
    learner_id       text,
    course_key       text        not null,
    enrolled_by      text        not null,
    enrolled_email   text        not null,
    at               timestamptz not null,
    state_transition text        not null,
    reason           text,
    role             text,
    cause_id         text        not null
);
create index manual_enrollment_course on manual_enrollment (course_key, id);
create index manual_enrollment_email on manual_enrollment (lower(enrolled_email), course_key, id);
create index manual_enrollment_of_learner on manual_enrollment (learner_id, id) where learner_id is not null;
