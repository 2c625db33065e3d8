-- Mails that wait to be sent. A mail is written in the transaction of the change that it tells of and goes when that has
-- committed; it is gone from here when the server has taken it.
create table mail (
    id          bigint generated always as identity constraint mail_pk primary key,
    kind        text        not null,
    learner_id  text        not null,
    recipient   text        not null,
    request_id  text,
    expires_at  timestamptz,
    detail      text,
    created_at  timestamptz not null,
    attempts    integer     not null default 0,
    not_before  timestamptz not null,
    given_up_at timestamptz,
    error       text,
    constraint mail_key_expires check ((request_id is null) = (expires_at is null))
);
create index mail_due on mail (not_before, id) where given_up_at is null;
create index mail_learner on mail (learner_id);

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
