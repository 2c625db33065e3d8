-- What learners are mailed when they have completed a program: by program, by type of program, or for all others. A version is
-- never used twice, so that a client's ETag of a template that was removed fits no later one.
create sequence completion_mail_template_version;
create table completion_mail_template (
    identifier         text        constraint completion_mail_template_pk primary key,
    subject_template   text,
    html_template      text        not null,
    plaintext_template text        not null,
    enabled            boolean     not null,
    version            bigint      not null default nextval('completion_mail_template_version'),
    created_at         timestamptz not null,
    modified_at        timestamptz not null,
    changed_by         text        not null,
    change_reason      text,
    cause_id           text        not null
);
call laurel_audit('completion_mail_template');
create index completion_mail_template_history_subject on completion_mail_template_history (identifier, history_id);

-- Whether a learner was mailed that a program is completed, decided once and for all when its credential was first awarded: the
-- row is the proof, and there is no second mail after a revocation and another award.
create table completion_mail (
    learner_id   text        not null,
    program_uuid uuid        not null,
    outcome      text        not null,
    decided_at   timestamptz not null,
    constraint completion_mail_pk primary key (learner_id, program_uuid)
);
