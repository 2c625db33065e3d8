-- Settings that staff change by adding a revision: the newest row of a subject holds, the older ones are its history. Rows
-- are never changed, so the table needs no history of its own; only erasing a person's name rewrites changed_by.
create table setting_revision (
    id            bigint generated always as identity constraint setting_revision_pk primary key,
    subject       text        not null,
    enabled       boolean     not null,
    content       text        not null,
    changed_at    timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null
);
create index setting_revision_subject on setting_revision (subject, id);
