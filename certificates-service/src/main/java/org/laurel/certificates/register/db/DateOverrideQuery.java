package org.laurel.certificates.register.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.register.domain.CertificateScope;
import org.laurel.certificates.register.domain.DateOverrideChange;
import org.laurel.certificates.register.domain.WantedCertificates;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds in the history which issue dates were set, changed or taken back: one statement. */
@ApplicationScoped
public class DateOverrideQuery {

    private final Sql sql;

    DateOverrideQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Changes that were written in a range, in that order, after the given place.
     *
     * @param until not included
     * @param after 0 for the beginning
     */
    public List<DateOverrideChange> changes(
            Set<LearnerId> learners, Set<CourseKey> courseKeys, Instant from, Instant until, long after, int limit) {
        Conditions conditions = Conditions.of(
                        new WantedCertificates(learners, courseKeys, Set.of(), CertificateScope.ALL))
                .and("c.history_at >= ?", from)
                .and("c.history_at < ?", until)
                .and("c.history_id > ?", after)
                // Who takes a date back is written to the row just before: that is no change of the date.
                .and("(c.history_operation <> '~' or (c.date, c.reason) is distinct from (b.date, b.reason))");
        return sql.query(
                """
                select c.history_id, c.learner_id, c.course_key, i.verify_uuid, c.date, c.history_operation = '-' as removed,
                       c.history_at, c.changed_by, c.change_reason, c.reason, b.date as date_before
                from certificate_date_override_history c left join lateral (
                    select p.date, p.reason from certificate_date_override_history p
                    where p.learner_id = c.learner_id and p.course_key = c.course_key and p.history_id < c.history_id
                      and c.history_operation <> '+'
                    order by p.history_id desc limit 1) b on true
                left join certificate i on i.learner_id = c.learner_id and i.course_key = c.course_key
                """ + conditions.followedBy("order by c.history_id limit ?"),
                DateOverrideQuery::change,
                conditions.argumentsAnd(limit));
    }

    private static DateOverrideChange change(ResultSet row) throws SQLException {
        boolean removed = row.getBoolean("removed");
        return new DateOverrideChange(
                row.getLong("history_id"),
                CaseRow.key(row),
                row.getString("verify_uuid"),
                removed ? null : Row.instant(row, "date"),
                Row.instantOrNull(row, "date_before"),
                Row.instant(row, "history_at"),
                Row.text(row, "changed_by"),
                removed ? row.getString("change_reason") : Row.text(row, "reason"));
    }
}
