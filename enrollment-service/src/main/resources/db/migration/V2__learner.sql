create table learner (
    learner_id              text constraint learner_pk primary key,
    username                text        not null,
    email                   text        not null,
    name                    text        not null,
    is_active               boolean     not null,
    version                 bigint      not null,
    account_changed_at      timestamptz not null,
    allow_certificate       boolean     not null,
    certificate_name        text,
    use_verified_name       boolean     not null,
    verified_name           text,
    certificates_visible_to text        not null,
    preferences_version     bigint      not null,
    occurred_at             timestamptz not null,
    changed_by              text        not null,
    change_reason           text,
    cause_id                text        not null,
    constraint learner_certificates_visible_to check (certificates_visible_to in ('private', 'all_users'))
);
create unique index learner_username on learner (lower(username));
create unique index learner_email on learner (lower(email)) where email <> '';

call laurel_audit('learner');
