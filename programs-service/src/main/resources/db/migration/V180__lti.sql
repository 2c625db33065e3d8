-- The tools that a program's discussions and live sessions run in. A version is never used twice, so that a client's ETag of a
-- configuration that was removed fits no later one.
create sequence lti_version;
create table program_lti (
    kind          text        not null,
    program_uuid  uuid        not null,
    enabled       boolean     not null,
    provider_type text        not null,
    lti_version   text,
    launch_url    text,
    pii_username  boolean     not null,
    pii_email     boolean     not null,
    has_key       boolean     not null,
    has_secret    boolean     not null,
    version       bigint      not null default nextval('lti_version'),
    created_at    timestamptz not null,
    modified_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint program_lti_pk primary key (kind, program_uuid),
    constraint program_lti_kind check (kind in ('discussions', 'live')),
    constraint program_lti_launch check ((lti_version is null) = (launch_url is null))
);
call laurel_audit('program_lti');
create index program_lti_history_subject on program_lti_history (kind, program_uuid, history_id);

-- Keys and secrets of these tools, encrypted. They are in no history: what was replaced is gone.
create table program_lti_secret (
    kind          text not null,
    program_uuid  uuid not null,
    launch_key    bytea,
    launch_secret bytea,
    constraint program_lti_secret_pk primary key (kind, program_uuid),
    constraint program_lti_secret_of foreign key (kind, program_uuid) references program_lti on delete cascade
);
