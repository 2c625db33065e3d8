-- A certificate that another system stated and that is not written yet, since decisions take no effect, is no difference.
alter table standing drop constraint standing_pending;
alter table standing add constraint standing_pending check (pending in ('award', 'revoke', 'change', 'stated'));

-- Rows of course runs that are only observed are taken since.
delete from legacy_import_problem where code = 'observed_course_run';
