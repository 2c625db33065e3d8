-- Finds learners by a part of their username or e-mail address. The search works without these indexes, more slowly: a server
-- that does not have the extension, or a role that may not create it, is no reason to stop here.
do $$
begin
    create extension if not exists pg_trgm;
    create index learner_username_part on learner using gin (lower(username) gin_trgm_ops);
    create index learner_email_part on learner using gin (lower(email) gin_trgm_ops);
exception
    when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
        raise notice 'pg_trgm is not available: searches by a part of a name read all learners of a course run';
end
$$;
