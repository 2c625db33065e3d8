-- News of course runs that are observed only, which nobody has been told: that the dates on which certificates show have changed,
-- or whether learners may ask for them. Told, as things are then, and taken out when the run goes live.
create table withheld_course_news (
    course_key text    not null constraint withheld_course_news_pk primary key,
    dates      boolean not null,
    switched   boolean not null
);
