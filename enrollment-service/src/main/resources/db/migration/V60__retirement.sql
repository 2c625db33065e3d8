-- Requests to be retired: first the learner may think better of it, then the personal data goes for good. The originals stand
-- here until then, so that a cancelled request can give them back; original_digest finds a request by them afterwards.
create table retirement (
    id                bigint generated always as identity constraint retirement_pk primary key,
    learner_id        text        not null constraint retirement_learner references learner,
    state             text        not null,
    last_state        text        not null,
    requested_at      timestamptz not null,
    due_at            timestamptz not null,
    retired_at        timestamptz,
    completed_at      timestamptz,
    cancelled_at      timestamptz,
    modified_at       timestamptz not null,
    was_active        boolean     not null,
    is_told           boolean     not null,
    original_username text        not null,
    original_email    text        not null,
    original_name     text        not null,
    original_digest   text        not null,
    retired_username  text        not null,
    retired_email     text        not null,
    responses         text        not null,
    changed_by        text        not null,
    change_reason     text,
    cause_id          text        not null
);
create unique index retirement_learner_once on retirement (learner_id) where cancelled_at is null;
create index retirement_due on retirement (due_at) where retired_at is null and cancelled_at is null;
create index retirement_uncompleted on retirement (retired_at) where retired_at is not null and completed_at is null;
create index retirement_state on retirement (state, requested_at);
create index retirement_requested on retirement (requested_at);
create index retirement_original on retirement (original_digest);
call laurel_audit('retirement');
create index retirement_history_learner on retirement_history (learner_id);

-- Which services have told that they erased a retired learner, and when.
create table erasure_report (
    learner_id  text        not null,
    service     text        not null,
    reported_at timestamptz not null,
    constraint erasure_report_pk primary key (learner_id, service)
);

-- Usernames and email addresses that nobody else may take any more, as salted hashes. One salt for this database.
create table reserved_name_salt (salt text not null);
insert into reserved_name_salt select gen_random_uuid()::text || gen_random_uuid()::text;
create table reserved_name (
    kind       text not null,
    digest     text not null,
    learner_id text not null,
    constraint reserved_name_pk primary key (kind, digest),
    constraint reserved_name_kind check (kind in ('username', 'email'))
);
create index reserved_name_learner on reserved_name (learner_id);

-- Erasure finds versions by learner, and what people changed by their usernames; systems' names hold a slash.
create index learner_history_learner on learner_history (learner_id);
create index profile_history_learner on profile_history (learner_id);
create index enrollment_history_learner on enrollment_history (learner_id);
create index learner_changed_by on learner (changed_by) where position('/' in changed_by) = 0;
create index learner_history_changed_by on learner_history (changed_by) where position('/' in changed_by) = 0;
create index profile_changed_by on profile (changed_by) where position('/' in changed_by) = 0;
create index profile_history_changed_by on profile_history (changed_by) where position('/' in changed_by) = 0;
create index enrollment_changed_by on enrollment (changed_by) where position('/' in changed_by) = 0;
create index enrollment_history_changed_by on enrollment_history (changed_by) where position('/' in changed_by) = 0;

-- Few enrollments are changed with a reason; the search for mentions reads those that have one, by key.
create index enrollment_reasoned on enrollment (learner_id, course_key) where change_reason is not null;
create index enrollment_history_reasoned on enrollment_history (history_id) where change_reason is not null;
