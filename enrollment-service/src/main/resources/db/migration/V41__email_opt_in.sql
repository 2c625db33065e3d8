-- Whether learners want mail from an organisation, as they last said with an enrollment.
create table email_opt_in (
    learner_id    text        not null constraint email_opt_in_learner references learner,
    org           text        not null,
    opted_in      boolean     not null,
    changed_at    timestamptz not null,
    changed_by    text        not null,
    change_reason text,
    cause_id      text        not null,
    constraint email_opt_in_pk primary key (learner_id, org)
);

call laurel_audit('email_opt_in');
