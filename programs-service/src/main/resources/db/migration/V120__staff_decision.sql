-- What staff decided about a credential. The last decision about each stays, also one that was taken back ('automatic'), so
-- that the row tells who did it and when. The credential's status is the decision's while there is one.
create table credential_order (
    learner_id    text        not null,
    program_uuid  uuid        constraint credential_order_program references program,
    course_key    text,
    subject       text        not null generated always as (coalesce(program_uuid::text, course_key)) stored,
    status        text        not null,
    mode          text,
    decided_at    timestamptz not null,
    version       bigint      not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint credential_order_pk primary key (learner_id, subject),
    constraint credential_order_subject check ((program_uuid is null) <> (course_key is null)),
    constraint credential_order_status check (status in ('awarded', 'revoked', 'automatic')),
    constraint credential_order_mode check (course_key is null or mode is not null),
    constraint credential_order_version check (version > 0)
);
call laurel_audit('credential_order');
create index credential_order_history_learner on credential_order_history (learner_id);

-- Awards that are earned and wait: for an active certificate configuration, or for a setting. What a learner has earned is
-- kept as it will be made; a row goes when the award is made, or when a certificate leaves before.
create table pending_award (
    pending_id      bigint      generated always as identity constraint pending_award_id unique,
    learner_id      text        not null,
    program_uuid    uuid        constraint pending_award_program references program,
    course_key      text,
    subject         text        not null generated always as (coalesce(program_uuid::text, course_key)) stored,
    obstacle        text        not null,
    mode            text,
    available_at    timestamptz,
    first_earned_at timestamptz not null,
    earned_at       timestamptz not null,
    modified_at     timestamptz not null,
    reason          text,
    constraint pending_award_pk primary key (learner_id, subject),
    constraint pending_award_subject check ((program_uuid is null) <> (course_key is null)),
    constraint pending_award_program_standing
        check (program_uuid is null or (available_at is not null and reason is not null)),
    constraint pending_award_course_standing check (course_key is null or mode is not null)
);
create index pending_award_program_learner on pending_award (program_uuid, learner_id) where program_uuid is not null;

-- What a course credential's status rests on.
alter table course_credential
    add column basis text not null default 'certificate'
        constraint course_credential_basis check (basis in ('certificate', 'staff', 'nothing'));
call laurel_audit('course_credential');

-- What certificates and catalogue gave a learner, beside what a staff decision shows of it. Null when they never gave anything.
alter table program_credential
    add column automatic_status       text,
    add column automatic_available_at timestamptz,
    add column automatic_reason       text,
    add column automatic_created_at   timestamptz,
    add column automatic_modified_at  timestamptz;
call laurel_audit('program_credential');
alter table program_credential
    add constraint program_credential_automatic_status check (automatic_status in ('awarded', 'revoked')),
    add constraint program_credential_automatic check (num_nulls(automatic_status, automatic_available_at,
        automatic_reason, automatic_created_at, automatic_modified_at) in (0, 5));
update program_credential set automatic_status = status, automatic_available_at = available_at, automatic_reason = reason,
    automatic_created_at = created_at, automatic_modified_at = modified_at;
