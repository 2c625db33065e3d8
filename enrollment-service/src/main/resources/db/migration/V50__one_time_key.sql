-- Keys that stand in mails, by their hashes: nobody who reads this table can use one. Each sending of a mail makes a key of its
-- own, and all keys of a request are good until it is done or they expire.
create table one_time_key (
    hash       bytea constraint one_time_key_pk primary key,
    purpose    text        not null,
    request_id text        not null,
    learner_id text        not null,
    expires_at timestamptz not null
);
create index one_time_key_request on one_time_key (purpose, request_id);
create index one_time_key_learner on one_time_key (learner_id);
create index one_time_key_expiry on one_time_key (expires_at);
