-- One subject's entries in order of time, without reading all of them for a page.
drop index flow_entry_key;
create index flow_entry_key on flow_entry (record_key, at);

-- Partitions are made and dropped under a lock on the whole table. Whoever reads it longest decides how long everybody waits who
-- claims or appends, so rotation gives up soon and is tried again an hour later; partitions are made two days ahead.
alter function flow_rotate(integer, date) set lock_timeout = '2s';
alter function inbox_rotate(integer, date) set lock_timeout = '2s';
