-- Where certificates are: the newest version of each, as certificates-service tells. Program pages link to them.
create table certificate_link (
    learner_id   text   not null,
    course_key   text   not null,
    version      bigint not null,
    status       text   not null,
    verify_uuid  text,
    download_url text,
    constraint certificate_link_pk primary key (learner_id, course_key)
);
