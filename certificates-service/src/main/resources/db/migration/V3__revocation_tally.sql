-- How many certificates were taken back in which minute, for the brake. Rows older than a day are swept away.
create table revocation_tally (
    course_key text        not null,
    minute     timestamptz not null,
    revoked    bigint      not null,
    constraint revocation_tally_pk primary key (course_key, minute)
);
create index revocation_tally_minute on revocation_tally (minute);
