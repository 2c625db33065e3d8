-- What learners say about themselves. Written by Hibernate only, and never told to other services.
create table profile (
    learner_id         text constraint profile_pk primary key constraint profile_learner references learner,
    year_of_birth      integer,
    gender             text,
    level_of_education text,
    country            text,
    city               text,
    language           text,
    location           text,
    bio                text,
    goals              text,
    mailing_address    text,
    meta               jsonb not null,
    changed_by         text  not null,
    change_reason      text,
    cause_id           text  not null,
    constraint profile_gender check (gender in ('m', 'f', 'o')),
    constraint profile_meta check (jsonb_typeof(meta) = 'object')
);

call laurel_audit('profile');
