-- A course run's certificates in the order of their learners, for lists that are read from beginning to end.
create index certificate_course_learner on certificate (course_key, learner_id);
