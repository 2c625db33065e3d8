-- Replica of the modes in which course runs are offered: one row per list that was told, and one per mode in it.
create table course_mode_list (
    course_key    text        not null constraint course_mode_list_pk primary key,
    version       bigint      not null,
    occurred_at   timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null
);

create table course_mode (
    course_key    text        not null,
    slug          text        not null,
    currency      text        not null,
    position      integer     not null,
    name          text        not null,
    min_price     integer     not null,
    expires_at    timestamptz,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint course_mode_pk primary key (course_key, slug, currency),
    constraint course_mode_min_price check (min_price >= 0)
);

call laurel_audit('course_mode_list');
call laurel_audit('course_mode');
