-- Under which usernames people have changed something here, so that retirement finds them in changed_by and the like. Staff
-- need not be learners of whom enrollment-service tells us.
create table acting_person (
    learner_id text not null,
    username   text not null,
    constraint acting_person_pk primary key (learner_id, username)
);

-- Most certificates are changed by facts of other systems, whose names hold a slash; people's changes are found by this.
create index certificate_changed_by on certificate (changed_by) where position('/' in changed_by) = 0;
create index certificate_history_changed_by on certificate_history (changed_by) where position('/' in changed_by) = 0;
