-- What we heard last of each of Laurel's states that the site is told of, whether or not it was told. The highest version wins,
-- so nothing that is overtaken is sent. The flags say which facts were heard under that version; the author is of that version
-- too: telling again does not say who made it so, and what the site itself told us must not go back.
create table heard_state (
    learner_id   text    not null,
    kind         text    not null,
    subject      text    not null,
    version      bigint  not null,
    changed      boolean not null,
    awarded      boolean not null,
    revoked      boolean not null,
    ever_awarded boolean not null,
    author       text    not null,
    constraint heard_state_pk primary key (learner_id, kind, subject),
    constraint heard_state_kind check (kind in ('CERTIFICATE', 'ENROLLMENT', 'PROGRAM')),
    constraint heard_state_author check (author in ('LAUREL', 'SITE', 'UNKNOWN'))
);

-- How long a credential has waited for its learner.
alter table waiting_program add column since timestamptz not null default now();
