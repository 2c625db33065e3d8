-- Look-ups by status over all course runs, in the order of their pages.
create index certificate_status on certificate (status, learner_id, course_key);

-- What was written in a range of time. History grows at its end only, so a summary per block range finds it.
create index certificate_history_time on certificate_history using brin (history_at) with (autosummarize = on);
