-- Mails that wait to be sent. A mail is written in the transaction of the change that it tells of and goes when that has
-- committed; it is gone from here when the server has taken it. Either its words stand here, or they are written when it is
-- sent. Services that send no mails have the table and leave it empty.
create table mail (
    id          bigint generated always as identity constraint mail_pk primary key,
    kind        text        not null,
    learner_id  text        not null,
    recipient   text        not null,
    request_id  text,
    expires_at  timestamptz,
    detail      text,
    subject     text,
    content     text,
    html        text,
    sender      text,
    reply_to    text,
    created_at  timestamptz not null,
    attempts    integer     not null default 0,
    not_before  timestamptz not null,
    given_up_at timestamptz,
    error       text,
    constraint mail_key_expires check ((request_id is null) = (expires_at is null)),
    constraint mail_letter check ((subject is null) = (content is null)
        and (subject is not null or (html is null and sender is null and reply_to is null)))
);
create index mail_due on mail (not_before, id) where given_up_at is null;
create index mail_learner on mail (learner_id);
-- Mails that were given up lately are counted every few seconds.
create index mail_given_up on mail (given_up_at) where given_up_at is not null;
