-- Why staff had this version of the registry hold, in their words.
alter table block_types add column change_reason text;
