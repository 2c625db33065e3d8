-- Operators look up what became of a learner.
create index cohort_membership_history_learner on cohort_membership_history (learner_id);
create index course_role_history_learner on course_role_history (learner_id);
create index entitlement_history_learner on entitlement_history (learner_id);
-- Which course runs were changed in a range of time.
create index course_run_history_course on course_run_history (course_key);
