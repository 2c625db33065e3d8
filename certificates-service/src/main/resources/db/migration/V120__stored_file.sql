-- Files by their content: the same bytes are kept once, whoever owns them. Rows are never changed.
create table stored_file (
    sha256     text        not null constraint stored_file_pk primary key,
    media_type text        not null,
    size       bigint      not null,
    content    bytea       not null,
    created_at timestamptz not null,
    constraint stored_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint stored_file_size check (size = octet_length(content))
);
-- Pictures, fonts and PDF files are compressed already; external storage also reads parts without unpacking the whole.
alter table stored_file alter column content set storage external;

-- Who needs a file. One owner has one file; a file without an owner is deleted by the statement that took the last one away.
create table stored_file_owner (
    owner    text        not null constraint stored_file_owner_pk primary key,
    sha256   text        not null,
    owned_at timestamptz not null,
    constraint stored_file_owner_file foreign key (sha256) references stored_file (sha256)
);
create index stored_file_owner_sha256 on stored_file_owner (sha256);
