-- A retirement blanks the versions of the learner's credentials, and finds what people changed by their usernames; most is
-- changed by other systems, whose names hold a slash.
create index course_credential_history_learner on course_credential_history (learner_id);
create index program_credential_history_learner on program_credential_history (learner_id);
create index course_credential_changed_by on course_credential (changed_by) where position('/' in changed_by) = 0;
create index course_credential_history_changed_by on course_credential_history (changed_by)
    where position('/' in changed_by) = 0;
create index program_credential_changed_by on program_credential (changed_by) where position('/' in changed_by) = 0;
create index program_credential_history_changed_by on program_credential_history (changed_by)
    where position('/' in changed_by) = 0;

-- Few have a reason; the search for mentions reads those.
create index course_credential_reasoned on course_credential (credential_uuid) where change_reason is not null;
create index course_credential_history_reasoned on course_credential_history (history_id) where change_reason is not null;
create index program_credential_reasoned on program_credential (credential_uuid) where change_reason is not null;
create index program_credential_history_reasoned on program_credential_history (history_id)
    where change_reason is not null;
