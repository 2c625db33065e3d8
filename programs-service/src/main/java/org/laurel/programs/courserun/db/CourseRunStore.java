package org.laurel.programs.courserun.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.courserun.domain.CourseRun;

/** Our replica of the directory, written from its facts only. */
@ApplicationScoped
public class CourseRunStore {

    private final Sql sql;

    CourseRunStore(Sql sql) {
        this.sql = sql;
    }

    /** Stores runs, each once; what is known in the same or a newer version stays. */
    public void save(List<CourseRun> runs) {
        sql.update(
                """
                insert into course_run as r (course_key, display_name, org, starts_at, ends_at, enrollment_starts_at,
                        enrollment_ends_at, self_paced, certificates_display_behavior, certificate_available_date,
                        certificates_show_before_end, html_certificates_enabled, invitation_only, mobile_available, is_ccx,
                        version, occurred_at)
                select t.course_key, t.display_name, t.org, t.starts_at::timestamptz, t.ends_at::timestamptz,
                       t.enrollment_starts_at::timestamptz, t.enrollment_ends_at::timestamptz, t.self_paced, t.behavior,
                       t.available_date::timestamptz, t.before_end, t.html, t.invitation_only, t.mobile, t.ccx, t.version,
                       t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                            ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::boolean[], ?::boolean[], ?::boolean[],
                            ?::bigint[], ?::text[])
                     as t (course_key, display_name, org, starts_at, ends_at, enrollment_starts_at, enrollment_ends_at,
                           self_paced, behavior, available_date, before_end, html, invitation_only, mobile, ccx, version,
                           occurred_at)
                on conflict (course_key) do update set display_name = excluded.display_name, org = excluded.org,
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    enrollment_starts_at = excluded.enrollment_starts_at,
                    enrollment_ends_at = excluded.enrollment_ends_at, self_paced = excluded.self_paced,
                    certificates_display_behavior = excluded.certificates_display_behavior,
                    certificate_available_date = excluded.certificate_available_date,
                    certificates_show_before_end = excluded.certificates_show_before_end,
                    html_certificates_enabled = excluded.html_certificates_enabled,
                    invitation_only = excluded.invitation_only, mobile_available = excluded.mobile_available,
                    is_ccx = excluded.is_ccx, version = excluded.version, occurred_at = excluded.occurred_at
                where (r.version, r.occurred_at) < (excluded.version, excluded.occurred_at)
                """,
                Column.texts(runs, CourseRun::courseKey),
                Column.texts(runs, CourseRun::displayName),
                Column.texts(runs, CourseRun::org),
                Column.texts(runs, CourseRun::start),
                Column.texts(runs, CourseRun::end),
                Column.texts(runs, CourseRun::enrollmentStart),
                Column.texts(runs, CourseRun::enrollmentEnd),
                Column.flags(runs, CourseRun::selfPaced),
                Column.texts(runs, run -> run.displayBehavior().slug()),
                Column.texts(runs, CourseRun::certificateAvailableDate),
                Column.flags(runs, CourseRun::certificatesShowBeforeEnd),
                Column.flags(runs, CourseRun::htmlCertificatesEnabled),
                Column.flags(runs, CourseRun::invitationOnly),
                Column.flags(runs, CourseRun::mobileAvailable),
                Column.flags(runs, CourseRun::isCcx),
                Column.longs(runs, CourseRun::version),
                Column.texts(runs, CourseRun::occurredAt));
    }
}
