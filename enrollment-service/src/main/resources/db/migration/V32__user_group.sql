-- Groups of learners across course runs, such as those who want mail about future courses.
create table user_group (
    group_id      bigint generated always as identity constraint user_group_pk primary key,
    name          text not null constraint user_group_name unique,
    description   text not null,
    changed_by    text not null,
    change_reason text,
    cause_id      text not null,
    constraint user_group_name_length check (length(name) between 1 and 32)
);

call laurel_audit('user_group');

create table user_group_member (
    group_id      bigint not null constraint user_group_member_group references user_group,
    learner_id    text   not null constraint user_group_member_learner references learner,
    changed_by    text   not null,
    change_reason text,
    cause_id      text   not null,
    constraint user_group_member_pk primary key (group_id, learner_id)
);
create index user_group_member_learner on user_group_member (learner_id);

call laurel_audit('user_group_member');
