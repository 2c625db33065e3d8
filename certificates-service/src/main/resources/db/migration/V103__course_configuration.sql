-- What the certificates of a course run say and who signs them. Every change adds a version, and none is ever changed: an
-- issued certificate keeps the version that it was issued by.
create table course_configuration (
    course_key    text        not null,
    version       bigint      not null,
    document      text        not null,
    has_active    boolean     not null,
    changed_at    timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint course_configuration_pk primary key (course_key, version),
    constraint course_configuration_version check (version > 0)
);
