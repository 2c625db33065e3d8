-- Whether the certificate was granted for what the learner has done and no failing grade has come since: completion below the
-- threshold then stands in nobody's way.
alter table standing add column completion_settled boolean not null default false;

-- Standings of course runs that have had a threshold are folded from the start next time; until then what counts as passed
-- says it. Elsewhere a first threshold lets everything be folded from the start.
update standing s
set terms_known = -1,
    completion_settled = exists (
        select 1 from certificate c
        where c.learner_id = s.learner_id and c.course_key = s.course_key
          and c.status in ('downloadable', 'generating', 'regenerating') and c.reason <> 'allowlisted')
where s.course_key in (select p.course_key from run_policy p where p.completion_threshold is not null);
