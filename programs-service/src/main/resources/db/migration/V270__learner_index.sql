-- Everything that is held about a learner is read by the learner, links that were taken back and former grades too.
create index grade_history_learner on grade_history (learner_id);
create index shared_record_learner on shared_record (learner_id);
