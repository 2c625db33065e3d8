-- Public ids that other systems have stated, each for one certificate for good, also while that is not written yet.
create table stated_public_id (
    verify_uuid text not null constraint stated_public_id_pk primary key,
    learner_id  text not null,
    course_key  text not null
);

insert into stated_public_id (verify_uuid, learner_id, course_key)
select f.detail ->> 'verify_uuid', f.learner_id, f.course_key
from standing_fact f left join certificate c using (learner_id, course_key)
where f.kind = 12 and f.detail ->> 'verify_uuid' is not null
order by c.verify_uuid = f.detail ->> 'verify_uuid' desc nulls last, f.recorded_at
on conflict do nothing;
