-- Replica of the learners that other services told us of, for look-ups by username. The highest version wins; 0 stands for
-- snapshots without one, which go by time.
create table learner (
    learner_id text        not null constraint learner_pk primary key,
    username   text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint learner_version check (version >= 0)
);
create index learner_username on learner (lower(username));

-- The catalogue. The document is kept whole; the other columns are what rules and events read of it.
create table program (
    program_uuid  uuid        not null constraint program_pk primary key,
    id            bigint      generated always as identity constraint program_id unique,
    title         text        not null,
    type          text        not null,
    status        text        not null,
    course_count  integer     not null,
    document      jsonb       not null,
    version       bigint      not null,
    created_at    timestamptz not null,
    modified_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint program_status check (status in ('active', 'retired', 'deleted', 'unpublished')),
    constraint program_course_count check (course_count >= 0),
    constraint program_version check (version > 0)
);
call laurel_audit('program');

-- The runs of the programs' courses. A course without runs has no row here; course_count tells of it.
create table program_course_run (
    program_uuid    uuid    not null constraint program_course_run_program references program,
    course_key      text    not null,
    course_position integer not null,
    course_uuid     uuid,
    course_title    text    not null,
    run_position    integer not null,
    mode            text,
    constraint program_course_run_pk primary key (program_uuid, course_key)
);
create index program_course_run_key on program_course_run (course_key);

-- Every version of a course certificate that certificates-service told us of, each once. A course credential is a fold over
-- these rows.
create table certificate_version (
    learner_id   text        not null,
    course_key   text        not null,
    version      bigint      not null,
    status       text        not null,
    mode         text        not null,
    available_at timestamptz,
    occurred_at  timestamptz not null,
    constraint certificate_version_pk primary key (learner_id, course_key, version)
);

create table course_credential (
    credential_uuid  uuid        not null constraint course_credential_pk primary key,
    learner_id       text        not null,
    course_key       text        not null,
    status           text        not null,
    mode             text        not null,
    available_at     timestamptz,
    created_at       timestamptz not null,
    first_awarded_at timestamptz not null,
    awarded_at       timestamptz not null,
    modified_at      timestamptz not null,
    version          bigint      not null,
    changed_by       text        not null,
    change_reason    text,
    cause_id         text        not null,
    constraint course_credential_subject unique (learner_id, course_key),
    constraint course_credential_status check (status in ('awarded', 'revoked')),
    constraint course_credential_version check (version > 0)
);
create index course_credential_course on course_credential (course_key, learner_id);
create index course_credential_age on course_credential (created_at, credential_uuid);
call laurel_audit('course_credential');

create table program_credential (
    credential_uuid uuid        not null constraint program_credential_pk primary key,
    learner_id      text        not null,
    program_uuid    uuid        not null constraint program_credential_program references program,
    status          text        not null,
    available_at    timestamptz not null,
    reason          text        not null,
    created_at      timestamptz not null,
    modified_at     timestamptz not null,
    version         bigint      not null,
    changed_by      text        not null,
    change_reason   text,
    cause_id        text        not null,
    constraint program_credential_subject unique (learner_id, program_uuid),
    constraint program_credential_status check (status in ('awarded', 'revoked')),
    constraint program_credential_version check (version > 0)
);
create index program_credential_program on program_credential (program_uuid);
create index program_credential_age on program_credential (created_at, credential_uuid);
call laurel_audit('program_credential');
