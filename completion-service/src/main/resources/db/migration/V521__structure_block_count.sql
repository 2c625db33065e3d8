-- How many blocks a published structure has, so that a list of versions need not read them.
alter table course_structure add column block_count integer not null default 0;
update course_structure set block_count = json_array_length(blocks::json);
