-- Learners who get a certificate without a passing grade. A disabled entry stays as a row without effect.
create table allowlist_entry (
    id            bigint generated always as identity constraint allowlist_entry_pk primary key,
    learner_id    text        not null,
    course_key    text        not null,
    allowlist     boolean     not null,
    notes         text        not null,
    created_at    timestamptz not null,
    modified_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint allowlist_entry_case unique (course_key, learner_id)
);
create index allowlist_entry_learner on allowlist_entry (learner_id);
call laurel_audit('allowlist_entry');

-- Certificates that staff have declared invalid: one row for each, which is taken back and set again.
create table certificate_invalidation (
    id                bigint generated always as identity constraint certificate_invalidation_pk primary key,
    learner_id        text        not null,
    course_key        text        not null,
    -- Who did it, and what the person's username was then.
    invalidated_by_id text        not null,
    invalidated_by    text        not null,
    notes             text        not null,
    active            boolean     not null,
    created_at        timestamptz not null,
    modified_at       timestamptz not null,
    changed_by        text        not null,
    change_reason     text,
    cause_id          text        not null,
    constraint certificate_invalidation_case unique (course_key, learner_id)
);
create index certificate_invalidation_learner on certificate_invalidation (learner_id);
call laurel_audit('certificate_invalidation');

-- Issue dates that staff have set. A row that is taken back is deleted, and its history stays.
create table certificate_date_override (
    learner_id    text        not null,
    course_key    text        not null,
    date          timestamptz not null,
    reason        text        not null,
    overridden_by text        not null,
    created_at    timestamptz not null,
    modified_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint certificate_date_override_pk primary key (learner_id, course_key)
);
create index certificate_date_override_course on certificate_date_override (course_key, modified_at);
call laurel_audit('certificate_date_override');
create index certificate_date_override_history_at on certificate_date_override_history (history_at);
