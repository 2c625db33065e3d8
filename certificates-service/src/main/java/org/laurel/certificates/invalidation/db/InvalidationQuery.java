package org.laurel.certificates.invalidation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.invalidation.domain.Examination;
import org.laurel.certificates.invalidation.domain.Invalidation;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads invalidations: one statement, whatever their number. */
@ApplicationScoped
public class InvalidationQuery {

    private static final String LISTED = """
            select i.*, coalesce(l.username, '') as username, coalesce(l.email, '') as email,
                   s.pending is not null as withheld
            from certificate_invalidation i
            left join standing s using (learner_id, course_key)
            left join learner l using (learner_id)
            """;

    private final Sql sql;

    InvalidationQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * An invalidation with whom it is about.
     *
     * @param username empty while nobody has told us of the learner, and so is the e-mail address
     * @param withheld whether the certificate waits for decisions to take effect in the course run
     */
    public record Listed(Invalidation invalidation, String username, String email, boolean withheld) {}

    /**
     * Which invalidations to list; null does not filter.
     *
     * @param invalidatedBy id or username of who made it, ignoring case
     * @param notes a part of the notes, ignoring case
     */
    public record Filter(
            @Nullable LearnerId learner,
            @Nullable String invalidatedBy,
            @Nullable String notes,
            @Nullable Boolean active) {}

    /** The invalidation of a certificate, active or not. */
    public Optional<Listed> find(CaseKey key) {
        return sql.first(
                LISTED + "where i.course_key = ? and i.learner_id = ?",
                InvalidationQuery::listed,
                key.courseKey().value(),
                key.learnerId().value());
    }

    /**
     * A course run's invalidations in the order of their creation.
     *
     * @param after id of the invalidation before the first, 0 for the start
     */
    public List<Listed> page(CourseKey courseKey, Filter filter, long after, int limit) {
        String learner = filter.learner() == null ? null : filter.learner().value();
        return sql.query(
                LISTED + """
                        where i.course_key = ? and i.id > ? and (?::text is null or i.learner_id = ?)
                          and (?::text is null or lower(i.invalidated_by) = lower(?) or i.invalidated_by_id = ?)
                          and (?::text is null or position(lower(?) in lower(i.notes)) > 0)
                          and (?::bool is null or i.active = ?)
                        order by i.id limit ?
                        """,
                InvalidationQuery::listed,
                courseKey.value(),
                after,
                learner,
                learner,
                filter.invalidatedBy(),
                filter.invalidatedBy(),
                filter.invalidatedBy(),
                filter.notes(),
                filter.notes(),
                filter.active(),
                filter.active(),
                limit);
    }

    /** The invalidations of these certificates, active or not; certificates without one are left out. */
    public Map<CaseKey, Invalidation> invalidations(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, Invalidation> found = new HashMap<>();
        sql.query(
                """
                select i.* from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join certificate_invalidation i using (learner_id, course_key)
                """,
                row -> found.put(CaseRow.key(row), InvalidationRow.invalidation(row)),
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey));
        return found;
    }

    /** What decides whether these certificates can be invalidated. */
    public Map<CaseKey, Examination> examinations(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, Examination> found = new HashMap<>();
        sql.query(
                """
                select t.learner_id, t.course_key, c.status, coalesce(e.allowlist, false) as allowlisted,
                       coalesce(i.active, false) as invalidated
                from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                left join certificate c using (learner_id, course_key)
                left join allowlist_entry e using (learner_id, course_key)
                left join certificate_invalidation i using (learner_id, course_key)
                """,
                row -> found.put(CaseRow.key(row), examination(row)),
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey));
        return found;
    }

    private static Examination examination(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Examination(
                status == null ? null : CertificateStatus.of(status),
                row.getBoolean("allowlisted"),
                row.getBoolean("invalidated"));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                InvalidationRow.invalidation(row),
                Row.text(row, "username"),
                Row.text(row, "email"),
                row.getBoolean("withheld"));
    }
}
