-- Retirement moved to the tables that every service has. The old names go on as views for a release that still runs beside this
-- one, and are dropped with the next release.
insert into retired_person (learner_id, retired_at, erased_at, job_id, cause_by, cause_id, correlation_id, origin)
select learner_id, retired_at, erased_at, job_id, cause_by, cause_id, correlation_id, origin from retired_learner;
insert into retired_person_word (learner_id, word, acted) select learner_id, word, acted from retired_word;
insert into known_actor (learner_id, username) select learner_id, username from acting_person;

drop table retired_word, retired_learner, acting_person;
create view retired_learner as
    select learner_id, retired_at, erased_at, job_id, cause_by, cause_id, correlation_id, origin from retired_person;
create view retired_word as select learner_id, word, acted from retired_person_word;
create view acting_person as select learner_id, username from known_actor;
