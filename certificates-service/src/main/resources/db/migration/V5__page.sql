-- Visits to certificates' pages that were told, so that one is told once an hour. The viewer is a digest with a daily salt.
create table evidence_visit (
    verify_uuid text        not null,
    viewer      text        not null,
    hour        timestamptz not null,
    constraint evidence_visit_pk primary key (verify_uuid, viewer, hour)
);
create index evidence_visit_hour on evidence_visit (hour);

-- A file whose certificate no longer has it is discarded without an answer.
alter table render_request drop constraint render_request_action;
alter table render_request add constraint render_request_action check (action in ('make', 'remove', 'discard'));
