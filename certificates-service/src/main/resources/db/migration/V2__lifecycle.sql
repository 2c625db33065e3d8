-- All facts that a certificate depends on, the terms that they are judged by, and the states of certificates that are files.

-- Rarely needed members of a fact, by its kind; and when we learned of it, for what was known at a time.
alter table standing_fact add column detail jsonb;
alter table standing_fact add column recorded_at timestamptz not null default now();

alter table standing rename column settings_id to terms_known;
alter table standing add column learner_known bigint not null default 0;
alter table standing add column beta_tester boolean not null default false;
alter table standing add column allowlisted boolean not null default false;
alter table standing add column invalidated boolean not null default false;
alter table standing add column date_override timestamptz;
-- What would change if decisions took effect here: the course run is observed only, or its brake is on.
alter table standing add column pending text
    constraint standing_pending check (pending in ('award', 'revoke', 'change'));
create index standing_pending on standing (course_key, pending) where pending is not null;

alter table certificate add column generation_mode text not null default 'batch'
    constraint certificate_generation_mode check (generation_mode in ('self', 'batch'));
alter table certificate add column is_earned boolean not null default false;
alter table certificate add column download_uuid text not null default '';
alter table certificate add column download_url text not null default '';
alter table certificate add column error_reason text not null default '';
alter table certificate add column request_id text not null default '';
alter table certificate add column date_override timestamptz;
-- What the page shows was fixed when the certificate was granted.
alter table certificate add column settings_id bigint;
alter table certificate add column configuration_version bigint;
alter table certificate add column template_version bigint;
-- The transaction that wrote the row last: readers of changes see only what can no longer be overtaken.
alter table certificate add column written_in xid8 not null default pg_current_xact_id();
alter table certificate drop constraint certificate_status;
alter table certificate add constraint certificate_status check (status in (
    'downloadable', 'notpassing', 'unavailable', 'unverified', 'generating', 'regenerating', 'deleting', 'deleted',
    'error', 'restricted', 'audit_passing', 'audit_notpassing', 'auditing', 'honor_passing', 'invalidated', 'requesting'));
update certificate set is_earned = true where status = 'downloadable';
create index certificate_modified on certificate (modified_at);
create index certificate_written on certificate (written_in, learner_id, course_key);
call laurel_audit('certificate');
create index certificate_history_case on certificate_history (learner_id, course_key, history_at);

alter table course_settings add column recorded_at timestamptz not null default now();

-- What staff have decided about a course run's certificates; the newest row counts, older ones are its history.
create table run_policy (
    id                                  bigint generated always as identity constraint run_policy_pk primary key,
    course_key                          text        not null,
    occurred_at                         timestamptz not null,
    automatic_generation                boolean,
    pdf_generation                      boolean     not null,
    self_generation_enabled             boolean     not null,
    language_specific_templates_enabled boolean     not null,
    include_hours_of_effort             boolean,
    mode                                text constraint run_policy_mode check (mode in ('observe', 'live')),
    recorded_at                         timestamptz not null default now(),
    changed_by                          text        not null,
    change_reason                       text,
    cause_id                            text        not null
);
create index run_policy_course on run_policy (course_key, id);

-- The same for the whole deployment.
create table site_policy (
    id                             bigint generated always as identity constraint site_policy_pk primary key,
    occurred_at                    timestamptz not null,
    html_certificates              boolean     not null,
    identity_verification_required boolean     not null,
    honor_certificates_disabled    boolean     not null,
    automatic_generation           boolean     not null,
    self_generation_enabled        boolean     not null,
    custom_templates_enabled       boolean     not null,
    names_follow_profile           boolean     not null,
    mode                           text        not null constraint site_policy_mode check (mode in ('observe', 'live')),
    recorded_at                    timestamptz not null default now(),
    changed_by                     text        not null,
    change_reason                  text,
    cause_id                       text        not null
);

-- What is known of a learner in all course runs, each fact once.
create table learner_fact (
    learner_id        text        not null,
    occurred_at       timestamptz not null,
    sequence          bigint      not null,
    kind              smallint    not null,
    source            text        not null,
    event_id          text        not null,
    status            text,
    expires_at        timestamptz,
    allow_certificate boolean,
    certificate_name  text,
    use_verified_name boolean,
    verified_name     text,
    visible_to        text,
    version           bigint,
    recorded_at       timestamptz not null default now(),
    constraint learner_fact_pk primary key (learner_id, occurred_at, sequence, kind, source, event_id)
);

-- Work of the renderer: a row from the request until its answer is a fact.
create table render_request (
    request_id  text        not null constraint render_request_pk primary key,
    learner_id  text        not null,
    course_key  text        not null,
    verify_uuid text        not null,
    action      text        not null constraint render_request_action check (action in ('make', 'remove')),
    requested_at timestamptz not null,
    version     bigint      not null,
    attempts    integer     not null default 0,
    not_before  timestamptz not null default now()
);
create index render_request_due on render_request (not_before);

-- Learners who are retired: nothing that arrives later brings their personal data back.
create table retired_learner (
    learner_id text        not null constraint retired_learner_pk primary key,
    retired_at timestamptz not null
);
