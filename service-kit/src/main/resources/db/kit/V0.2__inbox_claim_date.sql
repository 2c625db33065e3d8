-- The default partition takes events of any day of publication, so what it holds is swept by the day of its claim.
alter table inbox add column claimed_date date not null default (now() at time zone 'utc')::date;

create or replace function inbox_rotate(keep_days integer, today date) returns void language plpgsql as $$
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
    delete from inbox_other where claimed_date < today - keep_days;
end
$$;
