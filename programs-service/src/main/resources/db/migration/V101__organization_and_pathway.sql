create table organization (
    uuid                       uuid        not null constraint organization_pk primary key,
    key                        text        not null constraint organization_key unique,
    name                       text        not null,
    logo_image_url             text,
    certificate_logo_image_url text,
    version                    bigint      not null,
    created_at                 timestamptz not null,
    modified_at                timestamptz not null,
    changed_by                 text        not null,
    change_reason              text,
    cause_id                   text        not null,
    constraint organization_version check (version > 0)
);
call laurel_audit('organization');
create index organization_history_uuid on organization_history (uuid, history_id);

create table pathway (
    pathway_id      bigint      not null constraint pathway_pk primary key,
    uuid            uuid        not null constraint pathway_uuid unique,
    name            text        not null,
    org_name        text        not null,
    email           text,
    description     text,
    destination_url text,
    pathway_type    text        not null,
    status          text        not null,
    program_uuids   uuid[]      not null,
    version         bigint      not null,
    created_at      timestamptz not null,
    modified_at     timestamptz not null,
    changed_by      text        not null,
    change_reason   text,
    cause_id        text        not null,
    constraint pathway_number check (pathway_id > 0),
    constraint pathway_type check (pathway_type in ('credit', 'industry')),
    constraint pathway_status check (status in ('published', 'unpublished', 'retired')),
    constraint pathway_version check (version > 0)
);
call laurel_audit('pathway');
create index pathway_history_uuid on pathway_history (uuid, history_id);
create index pathway_history_number on pathway_history (pathway_id, history_id);

-- The programs of pathways, flat, for look-ups from the program's side. A pathway may name programs before they are known.
create table pathway_program (
    pathway_id   bigint  not null constraint pathway_program_pathway references pathway on delete cascade,
    program_uuid uuid    not null,
    position     integer not null,
    constraint pathway_program_pk primary key (pathway_id, program_uuid)
);
create index pathway_program_program on pathway_program (program_uuid);

-- Whom a program names as its authors, and the pathways that it leads to, found by what they are called in the document.
create index program_organization on program using gin ((document -> 'authoring_organizations') jsonb_path_ops);
create index program_pathway on program using gin ((document -> 'pathway_ids') jsonb_path_ops);
