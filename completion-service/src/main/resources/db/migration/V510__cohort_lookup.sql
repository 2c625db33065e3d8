-- The name of a cohort is that of its first member, or of who once was one.
create index cohort_membership_cohort on cohort_membership (cohort_id, is_member desc, learner_id);
