package org.laurel.certificates.register.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.register.domain.CertificateScope;
import org.laurel.certificates.register.domain.RegisterEntry;
import org.laurel.certificates.register.domain.WantedCertificates;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks certificates up for other systems. Each call is one statement that reads no further than its page. */
@ApplicationScoped
public class RegisterQuery {

    private static final String SELECT =
            "select c.learner_id, c.course_key, c.written_in::text as written_in, l.username, " + CaseRow.CERTIFICATE
                    + "\nfrom certificate c left join learner l on l.learner_id = c.learner_id\n";

    private final Sql sql;

    RegisterQuery(Sql sql) {
        this.sql = sql;
    }

    /** A place among the certificates in order of their last change by business time. */
    public record Moment(Instant modifiedAt, CaseKey key) {}

    /**
     * A certificate in the order in which changes were committed.
     *
     * @param writtenIn the transaction that wrote it last
     */
    public record Written(String writtenIn, RegisterEntry entry) {}

    /** Wanted certificates by learner and course run, after the given one. */
    public List<RegisterEntry> page(WantedCertificates wanted, @Nullable CaseKey after, int limit) {
        Conditions conditions = Conditions.of(wanted);
        if (after != null) {
            conditions.and("(c.learner_id, c.course_key) > (?, ?)", learner(after), course(after));
        }
        return sql.query(
                SELECT + conditions.followedBy("order by c.learner_id, c.course_key limit ?"),
                RegisterQuery::entry,
                conditions.argumentsAnd(limit));
    }

    /** Course runs in which a learner has a certificate, in order. */
    public List<CourseKey> courseKeys(LearnerId learnerId, CertificateScope scope) {
        Conditions conditions =
                new Conditions().and("c.learner_id = ?", learnerId.value()).scope(scope);
        return sql.query(
                "select c.course_key from certificate c " + conditions.followedBy("order by c.course_key"),
                row -> new CourseKey(Row.text(row, "course_key")),
                conditions.argumentsAnd());
    }

    /**
     * Wanted certificates whose last change lies in a range, the earliest first, after the given place.
     *
     * @param from null for the beginning
     * @param until not included, null for no end
     */
    public List<RegisterEntry> modified(
            WantedCertificates wanted,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Moment after,
            int limit) {
        Conditions conditions = Conditions.of(wanted);
        if (from != null) {
            conditions.and("c.modified_at >= ?", from);
        }
        if (until != null) {
            conditions.and("c.modified_at < ?", until);
        }
        if (after != null) {
            conditions.and(
                    "(c.modified_at, c.learner_id, c.course_key) > (?, ?, ?)",
                    after.modifiedAt(),
                    learner(after.key()),
                    course(after.key()));
        }
        return sql.query(
                SELECT + conditions.followedBy("order by c.modified_at, c.learner_id, c.course_key limit ?"),
                RegisterQuery::entry,
                conditions.argumentsAnd(limit));
    }

    /**
     * Certificates in the order in which transactions wrote them, after the given place. One that is written by a transaction
     * that may still be overtaken by an older one is left for later, so nobody who reads on from the last place misses a change.
     *
     * @param learnerId empty for the first of the transaction
     */
    public List<Written> writtenAfter(String writtenIn, String learnerId, String courseKey, int limit) {
        return sql.query(
                SELECT + """
                        where c.written_in < pg_snapshot_xmin(pg_current_snapshot())
                          and (c.written_in, c.learner_id, c.course_key) > (?::text::xid8, ?, ?)
                        order by c.written_in, c.learner_id, c.course_key limit ?
                        """,
                row -> new Written(Row.text(row, "written_in"), entry(row)),
                writtenIn,
                learnerId,
                courseKey,
                limit);
    }

    /** The oldest transaction that may still write: everything before it can be read. */
    public String newestSettled() {
        return sql.first(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text as settled",
                        row -> Row.text(row, "settled"))
                .orElseThrow();
    }

    private static RegisterEntry entry(ResultSet row) throws SQLException {
        return new RegisterEntry(CaseRow.key(row), row.getString("username"), CaseRow.issued(row));
    }

    private static String learner(CaseKey key) {
        return key.learnerId().value();
    }

    private static String course(CaseKey key) {
        return key.courseKey().value();
    }
}
