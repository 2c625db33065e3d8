-- The business time that was told with version; null before the next version where it was not kept yet.
alter table course_progress add column told_at timestamptz;
