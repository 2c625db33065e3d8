-- Replica of who has which role in which course run, or in all runs of an organisation. A role that was taken away stays as
-- a row, so that an older event that arrives late does not bring it back.
create table course_role (
    learner_id  text        not null,
    role        text        not null,
    course_key  text        not null,
    org         text        not null,
    is_member   boolean     not null,
    version     bigint      not null,
    occurred_at timestamptz not null,
    constraint course_role_pk primary key (learner_id, role, course_key, org),
    -- One of the two is empty: a role is held in a run, or in an organisation.
    constraint course_role_scope check ((course_key = '') <> (org = ''))
);
