-- When the value changed last, null for occurred_at; a repetition of the same value does not move it.
alter table block_completion add column changed_at timestamptz;
