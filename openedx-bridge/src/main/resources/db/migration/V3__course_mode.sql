-- Replica of the modes in which course runs are offered: a row for the list, and one for each mode in it.
create table course_mode_list (
    course_key text   constraint course_mode_list_pk primary key,
    version    bigint not null
);
create table course_mode (
    course_key text    not null constraint course_mode_list references course_mode_list,
    position   integer not null,
    slug       text    not null,
    expires_at timestamptz,
    constraint course_mode_pk primary key (course_key, position)
);
