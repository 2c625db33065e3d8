package org.laurel.enrollment.audit.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.enrollment.audit.domain.ManualEnrollment;
import org.laurel.enrollment.audit.domain.StateTransition;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** The manual enrollment audit, written for whole batches. */
@ApplicationScoped
public class ManualEnrollmentTable {

    private final Sql sql;

    ManualEnrollmentTable(Sql sql) {
        this.sql = sql;
    }

    /** Adds lines in their order. */
    public void add(List<ManualEnrollment> lines) {
        if (lines.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into manual_enrollment (learner_id, course_key, enrolled_by, enrolled_email, at, state_transition,
                    reason, role, cause_id)
                select t.learner_id, t.course_key, t.enrolled_by, t.email, t.at::timestamptz, t.transition, t.reason, t.role,
                       t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, enrolled_by, email, at, transition, reason, role, cause_id)
                """,
                Column.texts(lines, ManualEnrollment::learnerId),
                Column.texts(lines, ManualEnrollment::courseKey),
                Column.texts(lines, ManualEnrollment::enrolledBy),
                Column.texts(lines, ManualEnrollment::email),
                Column.texts(lines, ManualEnrollment::at),
                Column.texts(lines, line -> line.transition().text()),
                Column.texts(lines, ManualEnrollment::reason),
                Column.texts(lines, ManualEnrollment::role),
                Column.texts(lines, ManualEnrollment::causeId));
    }

    /**
     * Continues the newest line about each learner's email address in the course run, now that the learner is enrolled; an
     * address that was allowed by other means has none.
     */
    public void follow(List<EnrollmentKey> enrolled, Instant now, String causeId) {
        sql.update(
                """
                insert into manual_enrollment (learner_id, course_key, enrolled_by, enrolled_email, at, state_transition,
                    reason, role, cause_id)
                select k.learner_id, k.course_key, m.enrolled_by, l.email, ?::timestamptz, ?, m.reason, m.role, ?
                from unnest(?::text[], ?::text[]) as k (learner_id, course_key)
                join learner l on l.learner_id = k.learner_id and l.email <> ''
                cross join lateral (select * from manual_enrollment m
                                    where lower(m.enrolled_email) = lower(l.email) and m.course_key = k.course_key
                                    order by m.id desc limit 1) m
                """,
                now.toString(),
                StateTransition.ALLOWED_TO_ENROLLED.text(),
                causeId,
                Column.texts(enrolled, EnrollmentKey::learnerId),
                Column.texts(enrolled, EnrollmentKey::courseKey));
    }
}
