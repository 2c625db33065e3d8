-- The uuids of course runs as the programs' documents have them, in lower case: existing clients ask for runs by uuid too.
alter table program_course_run add column run_uuid text;
update program_course_run r
set run_uuid = lower(p.document #>> array['courses', r.course_position::text, 'course_runs', r.run_position::text, 'uuid'])
from program p where p.program_uuid = r.program_uuid;
create index program_course_run_uuid on program_course_run (run_uuid) where run_uuid is not null;
