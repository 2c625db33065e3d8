-- What part completion plays in certificates of a course run; without a threshold it plays none.
alter table run_policy
    add column completion_threshold        numeric,
    add column completion_requires_passing boolean not null default true,
    add constraint run_policy_completion check (completion_threshold > 0 and completion_threshold <= 1);

-- The newest snapshot of a learner's completion of a course run, kept while no version of the run's policy has had a threshold.
-- From the first threshold on the row stays as it is, and every snapshot is a fact like others. occurred_at is the latest time
-- of all snapshots up to this version.
create table course_completion (
    learner_id  text        not null,
    course_key  text        not null,
    percent     numeric     not null,
    version     bigint      not null,
    occurred_at timestamptz not null,
    source      text        not null,
    event_id    text        not null,
    recorded_at timestamptz not null default now(),
    constraint course_completion_pk primary key (learner_id, course_key),
    constraint course_completion_percent check (percent >= 0 and percent <= 1)
);

alter table standing_fact add column percent numeric;
alter table standing
    add column completion         numeric,
    add column completion_version bigint;
