-- Replica of the learners that other services told us of, since events of Open edX tell who a learner is. The highest version
-- wins; 0 stands for snapshots without one, which go by time.
create table learner (
    learner_id text        constraint learner_pk primary key,
    username   text        not null,
    email      text        not null,
    name       text        not null,
    is_active  boolean     not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint learner_version check (version >= 0)
);

-- Replica of what course runs are called.
create table course_run (
    course_key   text   constraint course_run_pk primary key,
    display_name text   not null,
    version      bigint not null
);

-- What is told of credentials of programs before anybody told who the learner is.
create table waiting_program (
    learner_id      text        not null,
    credential_uuid uuid        not null,
    is_awarded      boolean     not null,
    version         bigint      not null,
    program_uuid    uuid        not null,
    program_title   text        not null,
    program_type    text        not null,
    available_at    timestamptz,
    told_at         timestamptz not null,
    cause_by        text        not null,
    cause_id        text        not null,
    correlation_id  text        not null,
    origin          text,
    constraint waiting_program_pk primary key (learner_id, credential_uuid, version, is_awarded)
);

-- Attempts of learners to verify their identity, as Open edX last told of each.
create table identity_attempt (
    learner_id text        not null,
    attempt_id bigint      not null,
    status     text        not null,
    expires_at timestamptz,
    told_at    timestamptz not null,
    constraint identity_attempt_pk primary key (learner_id, attempt_id),
    constraint identity_attempt_status check (status in ('CREATED', 'PENDING', 'APPROVED', 'DENIED'))
);

-- What Laurel was told last of the outcome.
create table identity_verification (
    learner_id text        constraint identity_verification_pk primary key,
    status     text        not null,
    expires_at timestamptz,
    as_of      timestamptz not null,
    version    bigint      not null
);

-- Numbers of cohorts, which Open edX tells by name only. Receivers keep numbers from 1000000000 on for cohorts of their own.
create table cohort_number (
    course_key text   not null,
    name       text   not null,
    number     bigint generated always as identity (maxvalue 999999999),
    constraint cohort_number_pk primary key (course_key, name)
);

-- What the schema registry said: under which ids it knows the schemas that we write, and which schemas others write with. Both
-- never change, so that a start without the registry goes on with what is known.
create table schema_id (
    subject     text    not null,
    fingerprint text    not null,
    id          integer not null,
    constraint schema_id_pk primary key (subject, fingerprint)
);
create table writer_schema (
    id      integer constraint writer_schema_pk primary key,
    content text    not null
);
