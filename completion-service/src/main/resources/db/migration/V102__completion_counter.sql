-- The numbers of course runs, as folded so far. See Counter and Count for what the columns mean.
create table completion_counter (
    course_key text    not null,
    kind       text    not null,
    item       text    not null,
    cohorts    text    not null,
    roles      text    not null,
    learners   bigint  not null,
    started    bigint  not null,
    completed  bigint  not null,
    earned     numeric not null,
    possible   numeric not null,
    percent    numeric not null,
    constraint completion_counter_pk primary key (course_key, kind, item, cohorts, roles)
);

-- By how much they have moved since; only ever appended to, so that learners of one course run do not wait for each other, and
-- folded by a job. The numbers are the sum of both tables.
create table completion_counter_delta (
    course_key text   not null,
    kind       text   not null,
    item       text   not null,
    cohorts    text   not null,
    roles      text   not null,
    learners   bigint not null,
    started    bigint not null,
    completed  bigint not null,
    earned     bigint not null,
    possible   bigint not null,
    percent    bigint not null
);
create index completion_counter_delta_course on completion_counter_delta (course_key, kind);
