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

/** Finds in the history which issue dates were set, changed or taken back. */
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
                .and("c.date_override is distinct from b.date_override");
        return sql.query(
                """
                select c.history_id, c.learner_id, c.course_key, c.verify_uuid, c.date_override, c.history_at,
                       c.changed_by, c.change_reason, b.date_override as date_before
                from certificate_history c left join lateral (
                    select p.date_override from certificate_history p
                    where p.learner_id = c.learner_id and p.course_key = c.course_key and p.history_at <= c.history_at
                      and p.history_id < c.history_id
                    order by p.history_at desc, p.history_id desc limit 1) b on true
                """ + conditions.followedBy("order by c.history_id limit ?"),
                DateOverrideQuery::change,
                conditions.argumentsAnd(limit));
    }

    private static DateOverrideChange change(ResultSet row) throws SQLException {
        return new DateOverrideChange(
                row.getLong("history_id"),
                CaseRow.key(row),
                Row.text(row, "verify_uuid"),
                Row.instantOrNull(row, "date_override"),
                Row.instantOrNull(row, "date_before"),
                Row.instant(row, "history_at"),
                Row.text(row, "changed_by"),
                row.getString("change_reason"));
    }
}
