-- Exports of a course run read its enrollments, inactive ones included, in the order of learner ids.
create index enrollment_course on enrollment (course_key, learner_id);
