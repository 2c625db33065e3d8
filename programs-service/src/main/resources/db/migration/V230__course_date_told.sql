-- Every date that was told with a course run, each once. Most tell again what was told before, since a run is told anew with
-- whatever changes of it; a word on the date, in course_date, is only one that differs from the one before it in business time.
create table course_date_told (
    course_key     text        not null,
    available_date timestamptz,
    dated_at       timestamptz not null,
    dated_sequence bigint      not null,
    dated_kind     integer     not null,
    dated_source   text        not null,
    dated_id       text        not null,
    constraint course_date_told_pk
        primary key (course_key, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
);
insert into course_date_told (course_key, available_date, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
select course_key, available_date, dated_at, dated_sequence, dated_kind, dated_source, dated_id from course_date;

-- Whose award in a course run waits; the primary key finds it by learner only.
create index pending_award_course_learner on pending_award (course_key, learner_id) where course_key is not null;
