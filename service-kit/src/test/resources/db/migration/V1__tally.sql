create table tally (
    learner_id text   constraint tally_pk primary key,
    total      bigint not null,
    version    bigint not null,
    changed_by text   not null,
    cause_id   text   not null
);
call laurel_audit('tally');

-- Business facts that were added, so that one fact under two event ids counts once.
create table tally_fact (
    fact_key   text constraint tally_fact_pk primary key,
    learner_id text not null
);

-- The newest label of each learner, with its place in business-time order.
create table tally_label (
    learner_id  text        constraint tally_label_pk primary key,
    label       text        not null,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    source      text        not null,
    event_id    text        not null
);

create table job_item (
    subject text    not null,
    item    integer not null
);

create table job_finished (
    subject text   not null,
    state   text   not null,
    done    bigint not null
);

-- Refuses some totals only when the transaction commits: 1000 and more always, 667 every other time as a lost race does.
create sequence tally_race;
create function tally_refuse() returns trigger language plpgsql as $$
begin
    if new.total >= 1000 then
        raise exception 'refused at commit' using errcode = 'check_violation';
    elsif new.total = 667 and nextval('tally_race') % 2 = 1 then
        raise exception 'lost a race at commit' using errcode = 'serialization_failure';
    end if;
    return null;
end
$$;
create constraint trigger tally_refuse after insert or update on tally
    deferrable initially deferred for each row execute function tally_refuse();
