-- The newest fact that was taken in about each subject, so that an older one that comes later changes nothing. A fact that
-- only confirms what is known moves the place and nothing else, which is why this is no column of the subject's audited row.
create table newest_fact (
    subject     text constraint newest_fact_pk primary key,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    kind        integer     not null,
    source      text        not null,
    event_id    text        not null
);
