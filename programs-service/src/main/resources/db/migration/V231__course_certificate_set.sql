-- What was set for the configuration, beside the date that counts. A date that was told with the run may turn out not to have been
-- the newest after all, when one of before arrives late; then what was set counts again.
alter table course_certificate
    add column set_date timestamptz,
    add column set_at   timestamptz,
    add column set_id   text,
    add constraint course_certificate_set check ((set_at is null) = (set_id is null) and (set_at is not null or set_date is null));
update course_certificate set set_date = certificate_available_date, set_at = dated_at, set_id = dated_id where dated_kind = 1;
call laurel_audit('course_certificate');
