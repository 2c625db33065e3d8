-- What progress in programs is measured by, of each document: a learner's list of programs reads many documents, of which texts,
-- images and people are the greatest part. The database keeps it itself. It is no part of the history.
create function program_outline(document jsonb) returns jsonb language sql immutable parallel safe as $$
    select jsonb_build_object(
        'title', document -> 'title', 'type', document -> 'type', 'type_attrs', document -> 'type_attrs',
        'status', document -> 'status', 'banner_image', document -> 'banner_image',
        'authoring_organizations', document -> 'authoring_organizations',
        'courses', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'uuid', c.course -> 'uuid', 'entitlements', c.course -> 'entitlements',
                'course_runs', (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'key', r.run -> 'key', 'type', r.run -> 'type', 'seats', r.run -> 'seats') order by r.place), '[]')
                    from jsonb_array_elements(
                             case jsonb_typeof(c.course -> 'course_runs') when 'array' then c.course -> 'course_runs' end)
                         with ordinality as r (run, place)
                    where jsonb_typeof(r.run) = 'object')) order by c.place), '[]')
            from jsonb_array_elements(case jsonb_typeof(document -> 'courses') when 'array' then document -> 'courses' end)
                 with ordinality as c (course, place)
            where jsonb_typeof(c.course) = 'object'))
$$;

-- Programs that are there already: no version of theirs, so no line of history.
alter table program add column outline jsonb not null generated always as (program_outline(document)) stored;
