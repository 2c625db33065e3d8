-- Staff name learners by username or by e-mail address.
create index learner_email on learner (lower(email));
