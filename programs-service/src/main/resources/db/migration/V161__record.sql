-- Public links of learners' program records. A link that was taken back stays, so that it is never given out again; at most
-- one holds for each learner and program.
create table shared_record (
    record_uuid  uuid        not null constraint shared_record_pk primary key,
    learner_id   text        not null,
    program_uuid uuid        not null constraint shared_record_program references program,
    created_at   timestamptz not null,
    revoked_at   timestamptz,
    changed_by   text        not null,
    cause_id     text        not null
);
create unique index shared_record_open on shared_record (learner_id, program_uuid) where revoked_at is null;
create index shared_record_of_program on shared_record (program_uuid);
call laurel_audit('shared_record');
create index shared_record_history_learner on shared_record_history (learner_id);

-- To which credit pathways learners have sent their records.
create table sent_record (
    learner_id   text        not null,
    pathway_id   bigint      not null,
    program_uuid uuid        not null constraint sent_record_program references program,
    status       text        not null,
    created_at   timestamptz not null,
    sent_at      timestamptz not null,
    changed_by   text        not null,
    cause_id     text        not null,
    constraint sent_record_pk primary key (learner_id, pathway_id, program_uuid),
    constraint sent_record_status check (status in ('', 'sent'))
);
create index sent_record_of_program on sent_record (program_uuid);
call laurel_audit('sent_record');
create index sent_record_history_learner on sent_record_history (learner_id);
