-- What verifications found different and nobody has put right, or looked at again, since: a learner in a course run (kind ROWS,
-- no item), or numbers of a course run (no learner). Looking again clears what was looked at and nothing else.
create table verification_left (
    course_key      text    not null,
    learner_id      text    not null,
    kind            text    not null
        constraint verification_left_kind check (kind in ('ROWS', 'LEARNERS', 'BLOCK', 'DAY')),
    item            text    not null,
    -- How many numbers of the item, by cohorts and roles; 1 for a learner.
    differences     integer not null,
    -- Which one found it last.
    verification_id bigint  not null,
    constraint verification_left_pk primary key (course_key, learner_id, kind, item)
);

-- Since when samples are expected; a service in which none has come to its end is as old as this.
create table verification_watch (
    since timestamptz not null
);
insert into verification_watch values (now());

-- A learner who follows an older structure although no job brings anybody up to the newest.
alter table verification_difference drop constraint verification_difference_kind;
alter table verification_difference add constraint verification_difference_kind
    check (kind in ('COURSE', 'BLOCK', 'BEHIND', 'COUNTER'));
