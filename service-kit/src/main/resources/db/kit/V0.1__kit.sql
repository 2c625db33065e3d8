-- What every Laurel service keeps besides its own tables.

-- Events that were handled. Partitioned by the day of publication, so that old days are dropped whole.
create table inbox (
    consumer     text   not null,
    source       text   not null,
    event_id     text   not null,
    published_on date   not null,
    body_hash    bigint not null,
    constraint inbox_pk primary key (consumer, source, event_id, published_on)
) partition by range (published_on);

create table inbox_other partition of inbox default;

-- Creates the partitions of the coming days and drops those whose last possible repeat has passed.
create function inbox_rotate(keep_days integer, today date) returns void language plpgsql as $$
declare
    day date;
    partition record;
begin
    for day in select d::date from generate_series(today - 1, today + 2, interval '1 day') d loop
        begin
            execute format('create table if not exists %I partition of inbox for values from (%L) to (%L)',
                           'inbox_' || to_char(day, 'YYYYMMDD'), day, day + 1);
        exception when check_violation then
            -- The default partition already holds events of that day; they stay there until it is swept below.
            null;
        end;
    end loop;
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'inbox'::regclass and c.relname ~ '^inbox_[0-9]{8}$'
          and to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep_days
    loop
        execute format('drop table %I', partition.relname);
    end loop;
    delete from inbox_other where published_on < today - keep_days;
end
$$;

select inbox_rotate(28, (now() at time zone 'utc')::date);

-- Events that wait to be published. Rows live for milliseconds, so the table is vacuumed eagerly.
create table outbox (
    place          bigint generated always as identity constraint outbox_pk primary key,
    event_id       uuid        not null,
    topic          text        not null,
    record_key     text        not null,
    event_type     text        not null,
    sequence       bigint,
    correlation_id text        not null,
    causation_id   text        not null,
    origin         text,
    value          text        not null,
    created_at     timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

create function outbox_announce() returns trigger language plpgsql as $$
begin
    perform pg_notify('laurel_outbox', '');
    return null;
end
$$;

create trigger outbox_announce after insert on outbox for each statement execute function outbox_announce();

-- One row per Kafka key that a transaction has ever written under.
create table key_lock (
    key text constraint key_lock_pk primary key
) with (fillfactor = 80);

-- Records that could not be handled, as they came.
create table parked_event (
    id            bigint generated always as identity constraint parked_event_pk primary key,
    consumer      text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    recorded_at   timestamptz not null,
    record_key    bytea,
    value         bytea,
    headers       jsonb       not null,
    event_type    text,
    code          text        not null,
    detail        text        not null,
    status        text        not null default 'parked',
    parked_at     timestamptz not null default now(),
    resolved_at   timestamptz,
    resolved_by   text,
    -- A topic that was deleted and made again counts its offsets from zero; the time tells its records from the old ones.
    constraint parked_event_record unique (consumer, topic, partition, record_offset, recorded_at),
    constraint parked_event_status check (status in ('parked', 'replayed', 'discarded'))
);
create index parked_event_open on parked_event (id) where status = 'parked';

-- Work that is done in chunks.
create table job (
    id          bigint generated always as identity constraint job_pk primary key,
    kind        text        not null,
    subject     text        not null,
    state       text        not null default 'waiting',
    cursor      text,
    done        bigint      not null default 0,
    failures    integer     not null default 0,
    error       text,
    created_by  text        not null,
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now(),
    not_before  timestamptz not null default now(),
    constraint job_state check (state in ('waiting', 'running', 'paused', 'done', 'failed'))
);
create unique index job_waiting on job (kind, subject) where state = 'waiting';
create index job_open on job (id) where state in ('waiting', 'running');

-- Answers that are given again when a request is repeated under the same Idempotency-Key.
create table idempotency_key (
    scope        text constraint idempotency_key_pk primary key,
    fingerprint  text        not null,
    status       integer     not null,
    content_type text,
    location     text,
    body         text,
    caller       text        not null,
    created_at   timestamptz not null default now()
);
create index idempotency_key_age on idempotency_key (created_at);

-- History: laurel_audit('certificate') keeps every version of the table's rows in certificate_history, written by
-- statement-level triggers, so a set-based change of a thousand rows writes its history in one statement too.
-- Call it again after adding, dropping or widening a column.
create procedure laurel_audit(audited text) language plpgsql as $$
declare
    history text := audited || '_history';
    columns text;
    missing record;
    widened record;
begin
    execute format(
        'create table if not exists %I (
             history_id bigint generated always as identity constraint %I primary key,
             history_at timestamptz not null default clock_timestamp(),
             history_operation char(1) not null)', history, history || '_pk');
    for missing in
        select a.attname, format_type(a.atttypid, a.atttypmod) as type
        from pg_attribute a
        where a.attrelid = audited::regclass and a.attnum > 0 and not a.attisdropped
          and not exists (select 1 from pg_attribute h
                          where h.attrelid = history::regclass and h.attname = a.attname and not h.attisdropped)
        order by a.attnum
    loop
        execute format('alter table %I add column %I %s', history, missing.attname, missing.type);
    end loop;
    for widened in
        select a.attname, format_type(a.atttypid, a.atttypmod) as type
        from pg_attribute a join pg_attribute h on h.attname = a.attname and not h.attisdropped
        where a.attrelid = audited::regclass and a.attnum > 0 and not a.attisdropped and h.attrelid = history::regclass
          and (h.atttypid, h.atttypmod) <> (a.atttypid, a.atttypmod)
    loop
        execute format('alter table %I alter column %I type %s', history, widened.attname, widened.type);
    end loop;
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
    from pg_attribute a where a.attrelid = audited::regclass and a.attnum > 0 and not a.attisdropped;
    execute format(
        'create or replace function %I() returns trigger language plpgsql as $body$
         begin
             insert into %I (history_operation, %s) select tg_argv[0], %s from versions;
             return null;
         end $body$', history || '_write', history, columns, columns);
    execute format('create or replace trigger %I after insert on %I referencing new table as versions
                    for each statement execute function %I(''+'')', history || '_insert', audited, history || '_write');
    execute format('create or replace trigger %I after update on %I referencing new table as versions
                    for each statement execute function %I(''~'')', history || '_update', audited, history || '_write');
    execute format('create or replace trigger %I after delete on %I referencing old table as versions
                    for each statement execute function %I(''-'')', history || '_delete', audited, history || '_write');
end
$$;
