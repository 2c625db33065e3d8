-- A brake that engaged holds back whatever would do harm until a person has looked. One row per subject: the last time.
create table brake (
    subject       text constraint brake_pk primary key,
    engaged_at    timestamptz not null,
    reason        text        not null,
    detail        text        not null,
    released_at   timestamptz,
    released_by   text,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null
);
call laurel_audit('brake');
create index brake_engaged on brake (subject) where released_at is null;

-- Whether this service's consumption is paused by an operator. No row: it never was.
create table consumer (
    name          text constraint consumer_pk primary key,
    paused        boolean     not null,
    since         timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null
);
call laurel_audit('consumer');
