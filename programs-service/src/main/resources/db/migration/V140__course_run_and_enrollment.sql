-- Replicas of what enrollment-service tells. The highest version wins, and of two that claim the same one the later.

-- The directory's course runs. Display behavior and date are kept in harmony.
create table course_run (
    course_key                    text        not null constraint course_run_pk primary key,
    display_name                  text,
    org                           text        not null,
    starts_at                     timestamptz,
    ends_at                       timestamptz,
    enrollment_starts_at          timestamptz,
    enrollment_ends_at            timestamptz,
    self_paced                    boolean     not null,
    certificates_display_behavior text        not null,
    certificate_available_date    timestamptz,
    certificates_show_before_end  boolean     not null,
    html_certificates_enabled     boolean     not null,
    invitation_only               boolean     not null,
    mobile_available              boolean     not null,
    is_ccx                        boolean     not null,
    version                       bigint      not null,
    occurred_at                   timestamptz not null,
    constraint course_run_display check (certificates_display_behavior in ('end', 'end_with_date', 'early_no_info')),
    constraint course_run_date check ((certificates_display_behavior = 'end_with_date')
                                      = (certificate_available_date is not null)),
    constraint course_run_version check (version >= 0)
);

-- The modes in which course runs are offered: a row for the list, and one for each mode in it.
create table course_mode_list (
    course_key  text        not null constraint course_mode_list_pk primary key,
    version     bigint      not null,
    occurred_at timestamptz not null,
    constraint course_mode_list_version check (version >= 0)
);

create table course_mode (
    course_key text    not null constraint course_mode_list references course_mode_list,
    position   integer not null,
    slug       text    not null,
    name       text    not null,
    min_price  integer not null,
    currency   text    not null,
    expires_at timestamptz,
    constraint course_mode_pk primary key (course_key, position),
    constraint course_mode_min_price check (min_price >= 0)
);

-- How learners stand in course runs. created_at is the earliest time of any version that we were told of.
create table enrollment (
    learner_id  text        not null,
    course_key  text        not null,
    mode        text        not null,
    is_active   boolean     not null,
    created_at  timestamptz not null,
    version     bigint      not null,
    occurred_at timestamptz not null,
    constraint enrollment_pk primary key (learner_id, course_key),
    constraint enrollment_version check (version >= 0),
    constraint enrollment_created check (created_at <= occurred_at)
);

-- Rights to take a course in whichever of its runs the learner chooses.
create table entitlement (
    learner_id  text        not null,
    course_uuid uuid        not null,
    mode        text        not null,
    course_key  text,
    expired_at  timestamptz,
    version     bigint      not null,
    occurred_at timestamptz not null,
    constraint entitlement_pk primary key (learner_id, course_uuid),
    constraint entitlement_version check (version >= 0)
);
