-- What lists of programs are narrowed down by.
alter table program add column hidden boolean not null default false;
call laurel_audit('program');
create index program_course_run_course on program_course_run (course_uuid);
create index program_history_uuid on program_history (program_uuid, history_id);

-- Programs that are there already: no version of theirs, so no line of history.
alter table program disable trigger program_history_update;
update program set hidden = true where document -> 'hidden' = 'true';
alter table program enable trigger program_history_update;
