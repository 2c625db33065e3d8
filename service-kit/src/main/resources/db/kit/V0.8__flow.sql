-- Which events came in and went out, for looking up how one fact went its way. Nobody decides anything by it. It holds no personal
-- data but the opaque ids in record_key, which stay as a tombstone. Daily partitions are dropped whole, as the inbox's are.
--
-- Rows are narrow: source is null for our own events, correlation_id is null for an event that starts a chain, whose own id it
-- would repeat, and causation_id is null where it is the correlation id.
create table flow_entry (
    at             timestamptz not null,
    occurred_at    timestamptz,
    version        bigint,
    received       boolean     not null,
    event_id       text        not null,
    source         text,
    event_type     text        not null,
    record_key     text        not null,
    course_key     text,
    correlation_id text,
    causation_id   text
) partition by range (at);

create index flow_entry_key on flow_entry (record_key);

create table flow_entry_other partition of flow_entry default;

-- Creates the partitions of the coming days and drops the old ones.
create function flow_rotate(keep_days integer, today date) returns void language plpgsql as $$
declare
    day date;
    partition record;
begin
    for day in select d::date from generate_series(today - 1, today + 2, interval '1 day') d loop
        begin
            execute format('create table if not exists %I partition of flow_entry for values from (%L) to (%L)',
                           'flow_entry_' || to_char(day, 'YYYYMMDD'),
                           day::timestamp at time zone 'utc', (day + 1)::timestamp at time zone 'utc');
        exception when check_violation then
            -- The default partition already holds entries of that day; they stay there until it is swept below.
            null;
        end;
    end loop;
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'flow_entry'::regclass and c.relname ~ '^flow_entry_[0-9]{8}$'
          and to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep_days
    loop
        execute format('drop table %I', partition.relname);
    end loop;
    delete from flow_entry_other where at < (today - keep_days)::timestamp at time zone 'utc';
end
$$;

select flow_rotate(28, (now() at time zone 'utc')::date);
