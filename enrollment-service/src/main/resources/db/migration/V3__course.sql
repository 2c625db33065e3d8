-- The directory of course runs, as platforms submit them. Both tables are written by Hibernate only.
create table course_run (
    course_key                   text constraint course_run_pk primary key,
    display_name                 text,
    org                          text        not null,
    starts_at                    timestamptz,
    ends_at                      timestamptz,
    enrollment_starts_at         timestamptz,
    enrollment_ends_at           timestamptz,
    self_paced                   boolean     not null,
    certificates_display_behavior text       not null,
    certificate_available_at     timestamptz,
    certificates_show_before_end boolean     not null,
    html_certificates_enabled    boolean     not null,
    invitation_only              boolean     not null,
    max_enrollments              integer,
    mobile_available             boolean     not null,
    is_ccx                       boolean     not null,
    version                      bigint      not null,
    occurred_at                  timestamptz not null,
    modes_version                bigint      not null,
    modes_occurred_at            timestamptz,
    changed_by                   text        not null,
    change_reason                text,
    cause_id                     text        not null,
    constraint course_run_max_enrollments check (max_enrollments >= 0)
);

create table course_mode (
    id               bigint generated always as identity constraint course_mode_pk primary key,
    course_key       text    not null constraint course_mode_course_run references course_run,
    position         integer not null,
    slug             text    not null,
    name             text    not null,
    min_price        integer not null,
    suggested_prices text    not null,
    currency         text    not null,
    expires_at       timestamptz,
    description      text,
    sku              text,
    bulk_sku         text,
    changed_by       text    not null,
    change_reason    text,
    cause_id         text    not null,
    constraint course_mode_slug_currency unique (course_key, slug, currency),
    constraint course_mode_min_price check (min_price >= 0)
);

call laurel_audit('course_run');
call laurel_audit('course_mode');
