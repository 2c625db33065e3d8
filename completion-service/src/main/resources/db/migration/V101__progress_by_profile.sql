-- A row for each learner of a course run who is or was enrolled, or completed anything. The structure, the version of the block
-- types, the release step and the audience are the visibility profile that the sums follow; release_due_at is when the learner
-- sees something else although no fact arrives. is_counted, cohorts and roles say as whom the learner is in the counters.
-- revision counts the occasions on which something was told; version is the one at which the course's sum was.
alter table course_progress
    add column types_version     bigint      not null default 0,
    add column release_step      integer     not null default 0,
    add column audience          text        not null default '',
    add column seen_at           timestamptz not null default 'epoch',
    add column release_due_at    timestamptz,
    add column is_counted        boolean     not null default false,
    add column cohorts           text        not null default '',
    add column roles             text        not null default '',
    add column optional_earned   bigint      not null default 0,
    add column optional_possible bigint      not null default 0,
    add column revision          bigint      not null default 0,
    add column cleared_at        timestamptz,
    add constraint course_progress_optional_range check (optional_earned between 0 and optional_possible * 1000000000);
create index course_progress_learner on course_progress (learner_id);
create index course_progress_release_due on course_progress (release_due_at, course_key, learner_id)
    where release_due_at is not null;

-- Sums of chapters, sequentials and verticals in which a learner has earned anything; without a row the sum is 0. What a release
-- before this one writes says nothing of what is possible, and a version that is no longer read.
alter table block_progress
    alter column version set default 0,
    add column possible          bigint not null default 0,
    add column optional_earned   bigint not null default 0,
    add column optional_possible bigint not null default 0,
    drop constraint block_progress_range,
    add constraint block_progress_range check (earned >= 0 and (possible = 0 or earned <= possible * 1000000000)),
    add constraint block_progress_optional_range check (optional_earned between 0 and optional_possible * 1000000000);

-- Everybody is counted anew, by a job for each course run.
insert into course_progress (course_key, learner_id, structure_id, earned, possible, version)
select course_key, learner_id, -1, 0, 0, 0 from enrollment
on conflict (course_key, learner_id) do nothing;
update course_progress p set structure_id = -1, revision = greatest(p.version, coalesce(
    (select max(b.version) from block_progress b where b.course_key = p.course_key and b.learner_id = p.learner_id), 0));
insert into job (kind, subject, created_by)
select distinct 'rebase-course-progress', course_key, 'migration' from course_progress
on conflict (kind, subject) where state = 'waiting' do nothing;
