-- Members of modes that existing clients of the course modes API read and set.
alter table course_mode
    add column expiry_is_explicit boolean not null default false,
    add column android_sku text,
    add column ios_sku text;
alter table course_mode add constraint course_mode_explicit_expiry check (expiry_is_explicit or expires_at is null) not valid;

call laurel_audit('course_mode');

-- Whoever set a date meant it.
update course_mode set expiry_is_explicit = true where expires_at is not null;
alter table course_mode validate constraint course_mode_explicit_expiry;
