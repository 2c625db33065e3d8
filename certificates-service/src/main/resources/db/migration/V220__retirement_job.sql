-- A retirement blanks what is the learner's own at once; rows about others that name the learner are searched by a job.
-- erased_at is when nothing was left; until then the event is kept that the report of it goes back to.
alter table retired_learner
    add column erased_at      timestamptz,
    add column job_id         bigint,
    add column cause_by       text not null default '',
    add column cause_id       text not null default '',
    add column correlation_id text not null default '',
    add column origin         text;
update retired_learner set erased_at = retired_at;
create index retired_learner_job on retired_learner (job_id, learner_id) where job_id is not null;

-- What names these learners: usernames, names and addresses, until the job has reported them.
create table retired_word (
    learner_id text    not null constraint retired_word_learner references retired_learner on delete cascade,
    word       text    not null,
    acted      boolean not null,
    constraint retired_word_pk primary key (learner_id, word)
);

-- Most certificates are changed without a reason by a person; the job reads those that have one, by key.
create index certificate_reasoned on certificate (learner_id, course_key) where change_reason is not null;
create index certificate_history_reasoned on certificate_history (history_id) where change_reason is not null;

-- Staff may have allowed or invalidated hundreds of thousands.
create index allowlist_entry_changed_by on allowlist_entry (changed_by);
create index allowlist_entry_history_changed_by on allowlist_entry_history (changed_by);
create index certificate_invalidation_changed_by on certificate_invalidation (changed_by);
create index certificate_invalidation_history_changed_by on certificate_invalidation_history (changed_by);
create index certificate_invalidation_invalidated_by on certificate_invalidation (invalidated_by);
create index certificate_invalidation_history_invalidated_by on certificate_invalidation_history (invalidated_by);
create index certificate_date_override_changed_by on certificate_date_override (changed_by);
create index certificate_date_override_history_changed_by on certificate_date_override_history (changed_by);
create index certificate_date_override_overridden_by on certificate_date_override (overridden_by);
create index certificate_date_override_history_overridden_by on certificate_date_override_history (overridden_by);
