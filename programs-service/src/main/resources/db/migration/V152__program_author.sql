-- Who gives a program, by uuid, which a document may write in any case. By key there is an index already.
create index program_organization_uuids on program
    using gin ((lower(jsonb_path_query_array(document, '$.authoring_organizations[*].uuid')::text)::jsonb));
drop index program_organization_keys;
