-- Cohorts divide the learners of a course run. A platform's cohorts keep their numbers; those made here begin far above them, so
-- that the two never meet.
create sequence cohort_own_id start 1000000000;

create table cohort (
    course_key        text   not null,
    cohort_id         bigint not null,
    name              text   not null,
    assignment_type   text   not null,
    user_partition_id bigint,
    group_id          bigint,
    changed_by        text   not null,
    change_reason     text,
    cause_id          text   not null,
    constraint cohort_pk primary key (course_key, cohort_id),
    constraint cohort_name unique (course_key, name),
    constraint cohort_assignment_type check (assignment_type in ('manual', 'random')),
    constraint cohort_content_group check ((group_id is null) = (user_partition_id is null))
);

call laurel_audit('cohort');

-- Whether cohorts count in a course run; in a run without a row they do not.
create table cohort_course (
    course_key    text constraint cohort_course_pk primary key,
    is_cohorted   boolean not null,
    changed_by    text    not null,
    change_reason text,
    cause_id      text    not null
);

call laurel_audit('cohort_course');

-- Who is, or once was, in which cohort. cohort_name is the name that others were told last.
create table cohort_membership (
    learner_id    text        not null,
    course_key    text        not null,
    cohort_id     bigint      not null,
    cohort_name   text        not null,
    is_member     boolean     not null,
    version       bigint      not null,
    occurred_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint cohort_membership_pk primary key (learner_id, course_key, cohort_id),
    constraint cohort_membership_cohort foreign key (course_key, cohort_id) references cohort
);
create unique index cohort_membership_one on cohort_membership (learner_id, course_key) where is_member;
create index cohort_membership_members on cohort_membership (course_key, cohort_id, learner_id) where is_member;

call laurel_audit('cohort_membership');

-- Cohorts that wait for learners with these email addresses, in lower case.
create table cohort_preassignment (
    email      text   not null,
    course_key text   not null,
    cohort_id  bigint not null,
    changed_by text   not null,
    cause_id   text   not null,
    constraint cohort_preassignment_pk primary key (email, course_key),
    constraint cohort_preassignment_cohort foreign key (course_key, cohort_id) references cohort
);

-- Whether anybody waits for a cohort of the course run.
create index cohort_preassignment_course on cohort_preassignment (course_key);
