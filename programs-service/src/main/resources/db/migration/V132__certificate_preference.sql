-- Under which name learners want to be certified. The highest version wins.
create table certificate_preference (
    learner_id        text        not null constraint certificate_preference_pk primary key,
    certificate_name  text,
    use_verified_name boolean     not null,
    verified_name     text,
    version           bigint      not null,
    changed_at        timestamptz not null,
    constraint certificate_preference_version check (version >= 0)
);
