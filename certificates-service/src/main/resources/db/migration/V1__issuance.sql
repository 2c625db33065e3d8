-- Replica of the learners that enrollment-service told us of, for look-ups by username.
create table learner (
    learner_id  text        not null constraint learner_pk primary key,
    username    text        not null,
    email       text        not null,
    name        text        not null,
    is_active   boolean     not null,
    version     bigint      not null,
    occurred_at timestamptz not null
);
create index learner_username on learner (lower(username));

-- Every name that a learner ever had, since a certificate takes the name that was valid when it was granted.
create table learner_name (
    learner_id  text        not null,
    occurred_at timestamptz not null,
    name        text        not null,
    version     bigint      not null,
    constraint learner_name_pk primary key (learner_id, occurred_at)
);

-- Every version of a course run's settings, in order of arrival.
create table course_settings (
    id                          bigint generated always as identity constraint course_settings_pk primary key,
    course_key                  text        not null,
    version                     bigint      not null,
    occurred_at                 timestamptz not null,
    is_ccx                      boolean     not null,
    html_certificates_enabled   boolean     not null,
    self_paced                  boolean     not null,
    display_behavior            text        not null,
    certificate_available_date  timestamptz,
    certificates_show_before_end boolean    not null,
    course_end                  timestamptz,
    display_name                text,
    org                         text        not null,
    constraint course_settings_version unique (course_key, version),
    constraint course_settings_display_behavior check (display_behavior in ('end', 'end_with_date', 'early_no_info'))
);

-- What is known of a learner in a course run, each fact once. The standing and the certificate are a fold over these rows.
create table standing_fact (
    learner_id  text        not null,
    course_key  text        not null,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    kind        smallint    not null,
    source      text        not null,
    event_id    text        not null,
    passing     boolean,
    grade       numeric,
    mode        text,
    is_active   boolean,
    constraint standing_fact_pk primary key (learner_id, course_key, occurred_at, sequence, kind, source, event_id)
);

-- The fold's accumulator: what the facts amount to so far, and how far they are folded.
create table standing (
    learner_id      text        not null,
    course_key      text        not null,
    passing         boolean     not null,
    grade           numeric,
    mode            text,
    is_active       boolean     not null,
    settings_id     bigint      not null,
    folded_at       timestamptz not null,
    folded_sequence bigint      not null,
    folded_kind     smallint    not null,
    folded_source   text        not null,
    folded_id       text        not null,
    constraint standing_pk primary key (course_key, learner_id)
);
create index standing_learner on standing (learner_id);

create table certificate (
    learner_id    text        not null,
    course_key    text        not null,
    verify_uuid   text        not null,
    status        text        not null,
    mode          text        not null,
    grade         text        not null,
    name          text        not null,
    reason        text        not null,
    created_at    timestamptz not null,
    modified_at   timestamptz not null,
    available_at  timestamptz not null,
    version       bigint      not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint certificate_pk primary key (learner_id, course_key),
    constraint certificate_verify_uuid unique (verify_uuid),
    constraint certificate_verify_uuid_form check (verify_uuid ~ '^[0-9a-f]{32}$'),
    constraint certificate_status check (status in (
        'downloadable', 'notpassing', 'unavailable', 'unverified', 'generating', 'regenerating', 'deleting', 'deleted',
        'error', 'restricted', 'audit_passing', 'audit_notpassing', 'honor_passing', 'invalidated', 'requesting')),
    constraint certificate_version check (version > 0)
);
create index certificate_course on certificate (course_key, status);

call laurel_audit('certificate');
