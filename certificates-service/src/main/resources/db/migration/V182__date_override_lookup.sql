-- Changes of issue dates are found in the history of the dates themselves, which is small.
drop index certificate_history_time;
create index certificate_date_override_history_case
    on certificate_date_override_history (learner_id, course_key, history_id);
