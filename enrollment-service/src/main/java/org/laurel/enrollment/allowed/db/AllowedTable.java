package org.laurel.enrollment.allowed.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Allowed email addresses, read and written for whole batches. Addresses are compared ignoring case, and never empty. Rows are
 * locked in the order of address and course run, so that two lists with the same addresses follow one another.
 */
@ApplicationScoped
public class AllowedTable {

    /** Rows by their keys, locked. */
    private static final String FOUND = """
            with found as materialized (
                select a.id from unnest(?::text[], ?::text[]) as k (email, course_key)
                join enrollment_allowed a on lower(a.email) = lower(k.email) and a.course_key = k.course_key
                order by lower(a.email), a.course_key for update of a)
            """;

    private final Sql sql;

    AllowedTable(Sql sql) {
        this.sql = sql;
    }

    /** An enrollment that makes use of an allowed address. */
    public record Claim(EnrollmentKey key, Cause cause) {}

    /**
     * Which of these enrollments the learner's present address is allowed, and whether the learner has made use of that
     * already, in a new map. Addresses that somebody else has made use of are left out.
     */
    public Map<EnrollmentKey, Boolean> usable(Collection<EnrollmentKey> keys) {
        List<EnrollmentKey> rows = List.copyOf(keys);
        Map<EnrollmentKey, Boolean> usable = new HashMap<>();
        sql.query(
                """
                select k.learner_id, k.course_key, a.learner_id is not null as claimed
                from unnest(?::text[], ?::text[]) as k (learner_id, course_key)
                join learner l on l.learner_id = k.learner_id and l.email <> ''
                join enrollment_allowed a on lower(a.email) = lower(l.email) and a.course_key = k.course_key
                where a.learner_id is null or a.learner_id = k.learner_id
                """,
                row -> usable.put(
                        new EnrollmentKey(
                                new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                        row.getBoolean("claimed")),
                Column.texts(rows, EnrollmentKey::learnerId),
                Column.texts(rows, EnrollmentKey::courseKey));
        return usable;
    }

    /** The enrollments that are still to be made for these learners, because their present addresses are allowed them. */
    public List<EnrollmentKey> waiting(Collection<LearnerId> learnerIds) {
        return sql.query(
                """
                select l.learner_id, a.course_key from learner l
                join enrollment_allowed a on lower(a.email) = lower(l.email)
                where l.learner_id = any(?) and l.email <> '' and a.auto_enroll and a.learner_id is null
                order by l.learner_id, a.created_at, a.id
                """,
                row -> new EnrollmentKey(
                        new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                (Object) Column.texts(List.copyOf(learnerIds), LearnerId::value));
    }

    /** Keeps who has made use of which address; what somebody has claimed before stays theirs. */
    public void claim(List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        sql.update(
                """
                with found as materialized (
                    select a.id, k.learner_id, k.changed_by, k.reason, k.cause_id
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                         as k (learner_id, course_key, changed_by, reason, cause_id)
                    join learner l on l.learner_id = k.learner_id and l.email <> ''
                    join enrollment_allowed a on lower(a.email) = lower(l.email) and a.course_key = k.course_key
                    where a.learner_id is null order by lower(a.email), a.course_key for update of a)
                update enrollment_allowed a set learner_id = f.learner_id, changed_by = f.changed_by, change_reason = f.reason,
                    cause_id = f.cause_id
                from found f where a.id = f.id and a.learner_id is null
                """,
                Column.texts(claims, claim -> claim.key().learnerId()),
                Column.texts(claims, claim -> claim.key().courseKey()),
                Column.texts(claims, claim -> claim.cause().by()),
                Column.texts(claims, claim -> claim.cause().reason()),
                Column.texts(claims, claim -> claim.cause().id()));
    }

    /** The addresses that are allowed, by key, in a new map. */
    public Map<AllowedKey, AllowedEmail> find(Collection<AllowedKey> keys) {
        List<AllowedKey> rows = List.copyOf(keys);
        Map<AllowedKey, AllowedEmail> found = new HashMap<>();
        sql.query(
                        """
                        select a.* from unnest(?::text[], ?::text[]) as k (email, course_key)
                        join enrollment_allowed a on lower(a.email) = lower(k.email) and a.course_key = k.course_key
                        """,
                        AllowedRows::allowed,
                        Column.texts(rows, AllowedKey::email),
                        Column.texts(rows, AllowedKey::courseKey))
                .forEach(allowed -> found.put(allowed.key(), allowed));
        return found;
    }

    /**
     * Allows addresses, each of them once; those that are allowed already stay as they are.
     *
     * @return the new ones by key, in a new map
     */
    public Map<AllowedKey, AllowedEmail> add(List<Allowance> allowances, Instant now) {
        return insert(allowances, now, "do nothing");
    }

    /** Allows addresses, each of them once; of those that are allowed already only the automatic enrollment is set anew. */
    public void save(List<Allowance> allowances, Instant now) {
        insert(allowances, now, """
                do update set auto_enroll = excluded.auto_enroll, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                where a.auto_enroll <> excluded.auto_enroll""");
    }

    private Map<AllowedKey, AllowedEmail> insert(List<Allowance> allowances, Instant now, String otherwise) {
        Map<AllowedKey, AllowedEmail> inserted = new HashMap<>();
        if (allowances.isEmpty()) {
            return inserted;
        }
        sql.query(
                        """
                        insert into enrollment_allowed as a (email, course_key, auto_enroll, created_at, changed_by,
                            change_reason, cause_id)
                        select t.email, t.course_key, t.auto_enroll, ?, t.changed_by, t.reason, t.cause_id
                        from unnest(?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[])
                             as t (email, course_key, auto_enroll, changed_by, reason, cause_id)
                        order by lower(t.email), t.course_key
                        on conflict (lower(email), course_key) %s
                        returning *
                        """.formatted(otherwise),
                        AllowedRows::allowed,
                        now,
                        Column.texts(allowances, allowance -> allowance.key().email()),
                        Column.texts(allowances, allowance -> allowance.key().courseKey()),
                        Column.flags(allowances, Allowance::autoEnroll),
                        Column.texts(allowances, allowance -> allowance.cause().by()),
                        Column.texts(allowances, allowance -> allowance.cause().reason()),
                        Column.texts(allowances, allowance -> allowance.cause().id()))
                .forEach(allowed -> inserted.put(allowed.key(), allowed));
        return inserted;
    }

    /** Takes permissions back, leaves in the history who did it, and returns the keys of those that there were. */
    public List<AllowedKey> delete(Collection<AllowedKey> keys, Cause cause) {
        List<AllowedKey> rows = List.copyOf(keys);
        if (rows.isEmpty()) {
            return List.of();
        }
        String[] emails = rows.stream().map(AllowedKey::email).toArray(String[]::new);
        String[] courseKeys = rows.stream().map(key -> key.courseKey().value()).toArray(String[]::new);
        // A deleted row's last version tells who deleted it, so that is written first.
        int found = sql.update(FOUND + """
                update enrollment_allowed a set changed_by = ?, change_reason = ?, cause_id = ?
                from found f where a.id = f.id
                """, emails, courseKeys, cause.by(), cause.reason(), cause.id());
        return found == 0
                ? List.of()
                : sql.query(
                        FOUND + """
                        delete from enrollment_allowed a using found f where a.id = f.id
                        returning a.email, a.course_key
                        """,
                        row -> new AllowedKey(Row.text(row, "email"), new CourseKey(Row.text(row, "course_key"))),
                        emails,
                        courseKeys);
    }
}
