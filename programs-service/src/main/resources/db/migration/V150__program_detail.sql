-- Look-ups in program documents: by the uuids of courses, which may lack runs and be written in any case, by the keys of the
-- organisations that give a program, and by type.
create index program_course_uuids on program
    using gin ((lower(jsonb_path_query_array(document, '$.courses[*].uuid')::text)::jsonb));
create index program_organization_keys on program
    using gin ((jsonb_path_query_array(document, '$.authoring_organizations[*].key')));
create index program_type on program (lower(type));
