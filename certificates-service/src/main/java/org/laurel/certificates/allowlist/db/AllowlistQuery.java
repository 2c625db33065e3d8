package org.laurel.certificates.allowlist.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.domain.Admission;
import org.laurel.certificates.allowlist.domain.AllowlistEntry;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads allowlists: one statement, whatever the number of entries. */
@ApplicationScoped
public class AllowlistQuery {

    private static final String LISTED = """
            select e.*, coalesce(l.username, '') as username, coalesce(l.email, '') as email,
                   case when c.status = 'downloadable' then c.created_at end as generated_at,
                   s.pending is not null as withheld
            from allowlist_entry e
            left join standing s using (learner_id, course_key)
            left join learner l using (learner_id)
            left join certificate c using (learner_id, course_key)
            """;

    private final Sql sql;

    AllowlistQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * An entry with whom it is about.
     *
     * @param username empty while nobody has told us of the learner, and so is the e-mail address
     * @param generatedAt since when the learner has a downloadable certificate, null without one
     * @param withheld whether the certificate waits for decisions to take effect in the course run
     */
    public record Listed(
            AllowlistEntry entry,
            String username,
            String email,
            @Nullable Instant generatedAt,
            boolean withheld) {}

    /** The entry of a learner, enabled or not. */
    public Optional<Listed> find(CaseKey key) {
        return sql.first(
                LISTED + "where e.course_key = ? and e.learner_id = ?",
                AllowlistQuery::listed,
                key.courseKey().value(),
                key.learnerId().value());
    }

    /**
     * A course run's entries in the order of their creation.
     *
     * @param learner only this learner's, null for all
     * @param disabledToo whether entries without effect are listed as well
     * @param after id of the entry before the first, 0 for the start
     */
    public List<Listed> page(
            CourseKey courseKey, @Nullable LearnerId learner, boolean disabledToo, long after, int limit) {
        return sql.query(
                LISTED + """
                        where e.course_key = ? and e.id > ? and (e.allowlist or ?)
                          and (?::text is null or e.learner_id = ?)
                        order by e.id limit ?
                        """,
                AllowlistQuery::listed,
                courseKey.value(),
                after,
                disabledToo,
                learner == null ? null : learner.value(),
                learner == null ? null : learner.value(),
                limit);
    }

    /** The entries of these learners; those without one are left out. */
    public Map<CaseKey, AllowlistEntry> entries(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, AllowlistEntry> found = new HashMap<>();
        sql.query(
                """
                select e.* from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join allowlist_entry e using (learner_id, course_key)
                """,
                row -> found.put(CaseRow.key(row), AllowlistRow.entry(row)),
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey));
        return found;
    }

    /** What decides whether these learners can be added. */
    public Map<CaseKey, Admission> admissions(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, Admission> found = new HashMap<>();
        sql.query(
                """
                select t.learner_id, t.course_key, coalesce(s.is_active and s.mode is not null, false) as enrolled,
                       coalesce(i.active, false) as invalidated, coalesce(e.allowlist, false) as listed
                from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                left join standing s using (learner_id, course_key)
                left join certificate_invalidation i using (learner_id, course_key)
                left join allowlist_entry e using (learner_id, course_key)
                """,
                row -> found.put(
                        CaseRow.key(row),
                        new Admission(
                                row.getBoolean("enrolled"), row.getBoolean("invalidated"), row.getBoolean("listed"))),
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey));
        return found;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                AllowlistRow.entry(row),
                Row.text(row, "username"),
                Row.text(row, "email"),
                Row.instantOrNull(row, "generated_at"),
                row.getBoolean("withheld"));
    }
}
