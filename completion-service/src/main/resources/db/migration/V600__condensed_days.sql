-- Course runs of which numbers by day are kept together up to the end of a day: they are counters of kind DAY without an item.
create table completion_condensed (
    course_key text not null,
    through    date not null,
    constraint completion_condensed_pk primary key (course_key)
);

-- Movements are appended and folded all the time, so room is to be had back soon.
alter table completion_counter_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- Folding is no job any more.
update job set state = 'cancelled', finished_at = now(), changed_at = now()
where kind = 'fold-completion-counters' and state in ('waiting', 'running', 'paused', 'failed');
