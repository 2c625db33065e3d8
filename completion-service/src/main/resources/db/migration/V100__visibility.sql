-- What decides which blocks a learner sees, and as whom the learner is counted.
alter table enrollment add column mode text not null default '';

-- Replica of cohorts, whose ids are unique where they belong: in a course run (org is empty) or in a whole organisation
-- (course_key is). The highest version wins.
create table cohort_membership (
    learner_id  text    not null,
    cohort_id   bigint  not null,
    course_key  text    not null,
    org         text    not null,
    cohort_name text    not null,
    is_member   boolean not null,
    version     bigint  not null,
    constraint cohort_membership_pk primary key (learner_id, course_key, org, cohort_id)
);
create index cohort_membership_course on cohort_membership (course_key, cohort_id) where is_member;

-- Replica of roles in course runs (org is empty) and in all course runs of an organisation (course_key is). The highest version
-- wins.
create table course_role (
    learner_id text    not null,
    role       text    not null,
    course_key text    not null,
    org        text    not null,
    is_member  boolean not null,
    version    bigint  not null,
    constraint course_role_pk primary key (learner_id, role, course_key, org)
);

-- Which children of a block single learners see (a JSON list of block keys), and from when (a JSON object of times by block
-- key). The newest fact of a parent block wins.
create table learner_blocks (
    course_key  text        not null,
    learner_id  text        not null,
    parent      text        not null,
    selected    jsonb       not null,
    releases    jsonb       not null,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    source      text        not null,
    event_id    text        not null,
    constraint learner_blocks_pk primary key (course_key, learner_id, parent)
);

-- Every version of the registry of block types; before the first, the usual one holds.
create table block_types (
    version    bigint      not null constraint block_types_pk primary key,
    modes      jsonb       not null,
    aggregated text[]      not null,
    changed_by text        not null,
    cause_id   text        not null,
    created_at timestamptz not null default now(),
    constraint block_types_version check (version > 0)
);
