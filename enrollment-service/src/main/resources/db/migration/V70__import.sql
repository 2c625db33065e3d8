-- Learners, course runs and enrollments on their way in. What rows said goes as soon as they are worked off; what became of
-- each of them stays as the report.
create table data_import (
    id          bigint generated always as identity constraint data_import_pk primary key,
    state       text        not null default 'open'
        constraint data_import_state check (state in ('open', 'running', 'done', 'cancelled')),
    kind        text        not null
        constraint data_import_kind check (kind in ('course_runs', 'learners', 'enrollments', 'oneroster')),
    format      text constraint data_import_format check (format in ('jsonl', 'csv')),
    header      text[],
    dry_run     boolean     not null,
    job_id      bigint,
    counts      jsonb       not null default '{}',
    created_at  timestamptz not null,
    created_by  text        not null,
    cause_id    text        not null,
    finished_at timestamptz
);
create index data_import_finished on data_import (finished_at) where finished_at is not null;

create table data_import_part (
    import_id   bigint      not null constraint data_import_part_import references data_import on delete cascade,
    number      integer     not null constraint data_import_part_number check (number > 0),
    kind        text        not null
        constraint data_import_part_kind check (kind in ('course_runs', 'learners', 'enrollments')),
    file_name   text        not null,
    sha256      text        not null,
    size        bigint      not null,
    row_count   bigint      not null,
    received_at timestamptz not null,
    constraint data_import_part_pk primary key (import_id, number)
);

create table data_import_row (
    import_id bigint  not null constraint data_import_row_import references data_import on delete cascade,
    part      integer not null,
    line      bigint  not null,
    content   jsonb,
    problem   text,
    outcome   text,
    subject   text,
    tried     boolean not null default false,
    constraint data_import_row_pk primary key (import_id, part, line)
);
-- What earlier rows of a dry run would have made known.
create index data_import_row_subject on data_import_row (import_id, subject) where tried and subject is not null;
-- Rows that were never worked off are to go when their import has ended; the reports of all others stay.
create index data_import_row_left on data_import_row (import_id) where outcome is null;
