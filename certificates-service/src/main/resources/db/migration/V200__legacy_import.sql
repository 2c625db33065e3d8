-- Existing certificates on their way in. Rows go as soon as their import has ended; the counts and the problems stay.
create table legacy_import (
    id          bigint generated always as identity constraint legacy_import_pk primary key,
    state       text        not null default 'open'
        constraint legacy_import_state check (state in ('open', 'running', 'done', 'cancelled')),
    format      text constraint legacy_import_format check (format in ('jsonl', 'csv')),
    header      text[],
    announce    boolean     not null,
    dry_run     boolean     not null,
    job_id      bigint,
    counts      jsonb       not null default '{}',
    created_at  timestamptz not null,
    created_by  text        not null,
    cause_id    text        not null,
    finished_at timestamptz
);

create table legacy_import_part (
    import_id   bigint      not null constraint legacy_import_part_import references legacy_import on delete cascade,
    number      integer     not null constraint legacy_import_part_number check (number > 0),
    sha256      text        not null,
    size        bigint      not null,
    row_count   bigint      not null,
    received_at timestamptz not null,
    constraint legacy_import_part_pk primary key (import_id, number)
);

-- A row as it was sent. Once it is worked off, only what later rows are compared with is left.
create table legacy_import_row (
    import_id   bigint  not null constraint legacy_import_row_import references legacy_import on delete cascade,
    part        integer not null,
    line        bigint  not null,
    learner_id  text,
    username    text,
    course_key  text,
    verify_uuid text,
    content     jsonb,
    problem     text,
    accepted    boolean,
    constraint legacy_import_row_pk primary key (import_id, part, line)
);
create index legacy_import_row_case on legacy_import_row (import_id, learner_id, course_key) where accepted;
create index legacy_import_row_verify_uuid on legacy_import_row (import_id, verify_uuid) where accepted;
create index legacy_import_row_learner on legacy_import_row (learner_id) where learner_id is not null;
create index legacy_import_row_username on legacy_import_row (lower(username)) where username is not null;

create table legacy_import_problem (
    import_id bigint  not null constraint legacy_import_problem_import references legacy_import on delete cascade,
    part      integer not null,
    line      bigint  not null,
    code      text    not null,
    constraint legacy_import_problem_pk primary key (import_id, part, line)
);
