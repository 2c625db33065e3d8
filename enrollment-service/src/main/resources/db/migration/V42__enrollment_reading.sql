-- Lists of enrollments, newest first: all of them, and those of some course runs.
create index enrollment_created on enrollment (created_at, learner_id, course_key);
create index enrollment_course_created on enrollment (course_key, created_at, learner_id);

-- The versions of one enrollment.
create index enrollment_history_key on enrollment_history (learner_id, course_key, history_id);
