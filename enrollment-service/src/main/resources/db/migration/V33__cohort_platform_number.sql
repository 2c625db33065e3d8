-- What a platform calls a cohort that was made here and that it means by the same name. Its own cohorts have their numbers as ids.
alter table cohort
    add column platform_number bigint,
    add constraint cohort_platform_number unique (course_key, platform_number),
    add constraint cohort_platform_number_of_own check (platform_number is null or cohort_id >= 1000000000);

call laurel_audit('cohort');
