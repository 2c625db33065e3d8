-- When the value changed last; a repetition of the same value does not move it.
alter table block_completion add column changed_at timestamptz;
update block_completion set changed_at = occurred_at;
alter table block_completion alter column changed_at set not null;
