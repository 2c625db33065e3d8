-- Since when learners may ask for their certificate, or no longer may, as it will be told.
alter table withheld_course_news add column switched_at timestamptz;
