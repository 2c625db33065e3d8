-- When a learner first enrolled, as the platform told it with a request that waits.
alter table pending_enrollment add column created_at timestamptz;
