-- What no event tells of a course run and staff therefore set: its language and its effort.
alter table run_policy
    add column language          text,
    add column weeks_to_complete integer constraint run_policy_weeks check (weeks_to_complete > 0),
    add column max_effort        integer constraint run_policy_effort check (max_effort > 0);

-- The hours of effort that an issued certificate says; fixed like its texts.
alter table certificate add column hours_of_effort integer;
call laurel_audit('certificate');
