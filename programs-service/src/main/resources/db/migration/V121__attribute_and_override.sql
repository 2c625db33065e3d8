-- What those who made a credential noted about it.
create table credential_attribute (
    credential_uuid uuid not null,
    name            text not null,
    value           text not null,
    learner_id      text not null,
    changed_by      text not null,
    change_reason   text,
    cause_id        text not null,
    constraint credential_attribute_pk primary key (credential_uuid, name)
);
create index credential_attribute_learner on credential_attribute (learner_id);
call laurel_audit('credential_attribute');
create index credential_attribute_history_learner on credential_attribute_history (learner_id);

-- The date to show instead of a course credential's own: what a request set, or what came with the certificate, the newer of
-- the two. Null where that takes an older date away.
create table credential_date_override (
    credential_uuid  uuid        not null constraint credential_date_override_pk primary key,
    learner_id       text        not null,
    set_date         timestamptz,
    set_at           timestamptz,
    certificate_date timestamptz,
    certificate_at   timestamptz,
    date             timestamptz generated always as (
        case when set_at >= certificate_at or certificate_at is null then set_date else certificate_date end) stored,
    changed_by       text        not null,
    change_reason    text,
    cause_id         text        not null,
    constraint credential_date_override_set check (set_date is null or set_at is not null),
    constraint credential_date_override_certificate check (certificate_date is null or certificate_at is not null)
);
create index credential_date_override_learner on credential_date_override (learner_id);
call laurel_audit('credential_date_override');
create index credential_date_override_history_learner on credential_date_override_history (learner_id);

alter table certificate_version add column date_override timestamptz;
