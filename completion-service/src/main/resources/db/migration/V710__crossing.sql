-- When others were last told that the course run was completed, or no longer was, and under which version; null when they never
-- were, and before the next time where it was not kept yet.
alter table course_progress
    add column crossed_at      timestamptz,
    add column crossed_version bigint;
