-- What today's platforms keep with a profile besides.
alter table profile add column phone_number text;
alter table profile add column state text;
alter table profile add column language_proficiencies jsonb not null default '[]'
    constraint profile_language_proficiencies check (jsonb_typeof(language_proficiencies) = 'array');
alter table profile add column social_links jsonb not null default '{}'
    constraint profile_social_links check (jsonb_typeof(social_links) = 'object');
call laurel_audit('profile');

-- Since when a learner is known here.
alter table learner add column joined_at timestamptz not null default now();
alter table learner disable trigger user;
update learner l set joined_at = coalesce(
    (select min(h.history_at) from learner_history h where h.learner_id = l.learner_id), l.occurred_at);
alter table learner enable trigger user;
call laurel_audit('learner');

-- Staff look learners up by how a username, an address or a name begins.
create index learner_username_prefix on learner (lower(username) text_pattern_ops);
create index learner_email_prefix on learner (lower(email) text_pattern_ops);
create index learner_name_prefix on learner (lower(name) text_pattern_ops);

-- Learners who registered themselves. Their keys are in one_time_key.
create table registration (
    learner_id   text constraint registration_pk primary key constraint registration_learner references learner,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    activated_at timestamptz
);

-- Settings that clients keep for a learner, texts by key.
create table preference (
    learner_id text not null constraint preference_learner references learner,
    key        text not null,
    value      text not null,
    constraint preference_pk primary key (learner_id, key)
);

-- The newest request of each learner for another name, and what became of it.
create table name_change (
    learner_id    text constraint name_change_pk primary key constraint name_change_learner references learner,
    name          text        not null,
    rationale     text        not null,
    state         text        not null,
    requested_at  timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint name_change_state check (state in ('pending', 'confirmed', 'rejected'))
);
create index name_change_pending on name_change (learner_id) where state = 'pending';
call laurel_audit('name_change');

-- Requests for another email address that wait for their confirmation, one per learner.
create table email_change (
    learner_id   text constraint email_change_pk primary key constraint email_change_learner references learner,
    request_id   text        not null constraint email_change_request unique,
    email        text        not null,
    requested_at timestamptz not null,
    expires_at   timestamptz not null
);
