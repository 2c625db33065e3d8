-- Catalogue documents of a discovery service on their way in. What items said goes as soon as they are worked off; what became
-- of each stays as the report.
create table catalogue_import (
    id          bigint generated always as identity constraint catalogue_import_pk primary key,
    state       text        not null default 'open'
        constraint catalogue_import_state check (state in ('open', 'running', 'done', 'cancelled')),
    dry_run     boolean     not null,
    job_id      bigint,
    counts      jsonb       not null default '{}',
    created_at  timestamptz not null,
    created_by  text        not null,
    cause_id    text        not null,
    finished_at timestamptz
);
create index catalogue_import_finished on catalogue_import (finished_at) where finished_at is not null;

create table catalogue_import_part (
    import_id   bigint      not null constraint catalogue_import_part_import references catalogue_import on delete cascade,
    number      integer     not null constraint catalogue_import_part_number check (number > 0),
    sha256      text        not null,
    item_count  bigint      not null,
    received_at timestamptz not null,
    constraint catalogue_import_part_pk primary key (import_id, number)
);

create table catalogue_import_item (
    import_id  bigint  not null constraint catalogue_import_item_import references catalogue_import on delete cascade,
    part       integer not null,
    position   bigint  not null,
    kind       text    not null
        constraint catalogue_import_item_kind check (kind in ('programs', 'organizations', 'pathways')),
    subject    uuid,
    content    text,
    size       integer not null,
    outcome    text
        constraint catalogue_import_item_outcome check (outcome in ('created', 'changed', 'unchanged', 'refused')),
    code       text,
    violations jsonb,
    constraint catalogue_import_item_pk primary key (import_id, part, position)
);
-- Items that were never worked off are to go when their import has ended.
create index catalogue_import_item_left on catalogue_import_item (import_id) where outcome is null;
