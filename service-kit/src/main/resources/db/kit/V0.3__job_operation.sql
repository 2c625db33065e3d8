-- What operators see of a job, and whose turn it is: the runnable job whose last chunk lies back furthest goes next.
alter table job
    add column total           bigint,
    add column counts          jsonb       not null default '{}',
    add column parameters      jsonb       not null default '{}',
    add column throttle_millis bigint      not null default 0,
    add column turn_at         timestamptz not null default now(),
    add column finished_at     timestamptz,
    add constraint job_total check (total >= 0),
    add constraint job_throttle check (throttle_millis >= 0),
    drop constraint job_state,
    add constraint job_state check (state in ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled'));
create index job_turn on job (turn_at, id) where state in ('waiting', 'running');
create index job_subject on job (kind, subject) where state in ('waiting', 'running', 'paused');

-- Jobs that begin by the clock: at every time that a cron expression names, or once.
create table job_schedule (
    id         bigint generated always as identity constraint job_schedule_pk primary key,
    kind       text        not null,
    subject    text        not null,
    parameters jsonb       not null default '{}',
    cron       text,
    zone       text        not null default 'UTC',
    once_at    timestamptz,
    next_at    timestamptz,
    enabled    boolean     not null default true,
    last_at    timestamptz,
    last_job   bigint,
    error      text,
    created_by text        not null,
    created_at timestamptz not null default now(),
    constraint job_schedule_timing check ((cron is null) <> (once_at is null))
);
create index job_schedule_due on job_schedule (next_at) where enabled;
create index job_schedule_subject on job_schedule (kind, subject);
