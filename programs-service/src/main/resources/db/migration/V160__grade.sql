-- The newest grade of each learner in each course run. The columns occurred_at to event_id are its place among the facts that
-- tell of grades: a fact that comes later in that order replaces it, whenever it arrives.
create table grade (
    learner_id          text          not null,
    course_key          text          not null,
    id                  bigint        generated always as identity constraint grade_id unique,
    letter_grade        text          not null,
    percent_grade       numeric(5, 4) not null,
    verified            boolean       not null,
    lms_last_updated_at timestamptz,
    occurred_at         timestamptz   not null,
    sequence            bigint        not null,
    kind                integer       not null,
    source              text          not null,
    event_id            text          not null,
    created_at          timestamptz   not null,
    modified_at         timestamptz   not null,
    changed_by          text          not null,
    cause_id            text          not null,
    constraint grade_pk primary key (learner_id, course_key),
    constraint grade_percent check (percent_grade between 0 and 1)
);
call laurel_audit('grade');

-- A retirement finds what people changed by their usernames; most is changed by other systems, whose names hold a slash.
create index grade_changed_by on grade (changed_by) where position('/' in changed_by) = 0;
create index grade_history_changed_by on grade_history (changed_by) where position('/' in changed_by) = 0;
