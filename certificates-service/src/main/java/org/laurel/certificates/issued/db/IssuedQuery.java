package org.laurel.certificates.issued.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issued.domain.IssuedEntry;
import org.laurel.certificates.issued.domain.IssuedFilter;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.Recently;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Reads a course run's list of certificates: one statement for a page, and one for its length. Pages are sorted by username;
 * {@link #byLearner} reads in the order of learner ids.
 */
@ApplicationScoped
public class IssuedQuery {

    private static final int MOST_COUNTS = 1_000;

    private static final String COLUMNS = """
            select b.learner_id, coalesce(l.username, '') as username, coalesce(l.email, '') as email,
                   coalesce(s.mode, c.mode, '') as track,
                   a.created_at as excepted_at, a.notes as exception_notes, i.modified_at as invalidated_at,
                   coalesce(nullif(w.email, ''), i.invalidated_by) as invalidated_by, i.notes as invalidation_notes,
            """ + CaseRow.CERTIFICATE;

    private static final String JOINS = """

            left join certificate c on c.learner_id = b.learner_id and c.course_key = b.course_key
            left join learner l on l.learner_id = b.learner_id
            left join allowlist_entry a
                   on a.learner_id = b.learner_id and a.course_key = b.course_key and a.allowlist
            left join certificate_invalidation i
                   on i.learner_id = b.learner_id and i.course_key = b.course_key and i.active
            left join standing s on s.learner_id = b.learner_id and s.course_key = b.course_key
            left join learner w on w.learner_id = i.invalidated_by_id
            where true
            """;

    private static final String SORTED = "coalesce(lower(l.username), '')";

    private final Sql sql;
    private final Recently<Wanted, Long> counts;

    IssuedQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.counts = new Recently<>(clock, Recently.COUNT, MOST_COUNTS);
    }

    /**
     * Which list is wanted.
     *
     * @param search part of a username or e-mail address, whatever its case; empty for everybody
     */
    public record Wanted(CourseKey courseKey, IssuedFilter filter, String search) {}

    /**
     * A place in the list.
     *
     * @param username in lower case as the database makes it
     */
    public record Place(String username, LearnerId learnerId) {}

    /** A line and its place. */
    public record Line(Place place, IssuedEntry entry) {}

    /** How many certificates of a mode are granted. */
    public record ModeCount(String mode, long total) {}

    /** Lines of the list, some left out at its beginning. */
    public List<IssuedEntry> page(Wanted wanted, int offset, int limit) {
        Statement statement = new Statement(wanted);
        return sql.query(
                COLUMNS + statement.from() + "order by " + SORTED + ", b.learner_id offset ? limit ?",
                IssuedQuery::entry,
                statement.argumentsAnd(offset, limit));
    }

    /** Lines after a place, null for the beginning. */
    public List<Line> after(Wanted wanted, @Nullable Place place, int limit) {
        Statement statement = new Statement(wanted);
        String after = "";
        List<Object> more = new ArrayList<>();
        if (place != null) {
            after = "and (" + SORTED + ", b.learner_id) > (?, ?)\n";
            more.add(place.username());
            more.add(place.learnerId().value());
        }
        more.add(limit);
        return sql.query(
                COLUMNS + ", " + SORTED + " as place" + statement.from() + after + "order by " + SORTED
                        + ", b.learner_id limit ?",
                IssuedQuery::line,
                statement.argumentsAnd(more.toArray()));
    }

    /**
     * Entries of the list in the order of learner ids, after a learner, null for the beginning. An index has this order, so
     * that reading the whole list by this touches each line once; {@link #after} sorts the list each time.
     */
    public List<IssuedEntry> byLearner(Wanted wanted, @Nullable LearnerId learnerId, int limit) {
        Statement statement = new Statement(wanted);
        return sql.query(
                COLUMNS + statement.from() + "and b.learner_id > ? order by b.learner_id limit ?",
                IssuedQuery::entry,
                statement.argumentsAnd(learnerId == null ? "" : learnerId.value(), limit));
    }

    /** The length of the list, up to ten seconds old. */
    public long count(Wanted wanted) {
        return counts.get(wanted, this::read);
    }

    /** Granted certificates of a course run by mode. */
    public List<ModeCount> grantedByMode(CourseKey courseKey) {
        return sql.query("""
                select mode, count(*) as total from certificate
                where course_key = ? and status = 'downloadable' group by mode order by mode
                """, row -> new ModeCount(Row.text(row, "mode"), row.getLong("total")), courseKey.value());
    }

    private long read(Wanted wanted) {
        Statement statement = new Statement(wanted);
        return sql.first(
                        "select count(*) as lines" + statement.from(),
                        row -> row.getLong("lines"),
                        statement.argumentsAnd())
                .orElseThrow();
    }

    private static Line line(ResultSet row) throws SQLException {
        IssuedEntry entry = entry(row);
        return new Line(new Place(Row.text(row, "place"), entry.learnerId()), entry);
    }

    private static IssuedEntry entry(ResultSet row) throws SQLException {
        Instant excepted = Row.instantOrNull(row, "excepted_at");
        Instant invalidated = Row.instantOrNull(row, "invalidated_at");
        return new IssuedEntry(
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "username"),
                Row.text(row, "email"),
                Row.text(row, "track"),
                row.getString("verify_uuid") == null ? null : CaseRow.issued(row),
                excepted == null ? null : new IssuedEntry.Exemption(excepted, text(row, "exception_notes")),
                invalidated == null
                        ? null
                        : new IssuedEntry.Invalidation(
                                text(row, "invalidated_by"), invalidated, text(row, "invalidation_notes")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** What is selected from, and the conditions that narrow it down. */
    private record Statement(Wanted wanted) {

        String from() {
            return "\nfrom (" + base() + ") b" + JOINS + (wanted.search().isEmpty() ? "" : """
                    and (lower(l.username) like ? escape '\\' or lower(l.email) like ? escape '\\')
                    """);
        }

        @Nullable Object[] argumentsAnd(Object... more) {
            List<@Nullable Object> arguments =
                    new ArrayList<>(List.of(wanted.courseKey().value()));
            if (!wanted.filter().statuses().isEmpty()) {
                arguments.add(Column.texts(List.copyOf(wanted.filter().statuses()), CertificateStatus::slug));
            }
            if (!wanted.search().isEmpty()) {
                String pattern = pattern(wanted.search());
                arguments.add(pattern);
                arguments.add(pattern);
            }
            arguments.addAll(List.of(more));
            return arguments.toArray();
        }

        private String base() {
            String certificates = "select learner_id, course_key from certificate where course_key = ?";
            return switch (wanted.filter()) {
                case ALL -> certificates;
                case RECEIVED, NOT_RECEIVED, AUDIT_PASSING, AUDIT_NOT_PASSING, ERROR ->
                    certificates + " and status = any(?)";
                case GRANTED_EXCEPTIONS ->
                    "select learner_id, course_key from allowlist_entry where course_key = ? and allowlist";
                case INVALIDATED -> """
                        select learner_id, course_key from certificate join certificate_invalidation v
                            using (learner_id, course_key) where course_key = ? and v.active""";
            };
        }

        private static String pattern(String search) {
            return "%"
                    + search.toLowerCase(Locale.ROOT)
                            .replace("\\", "\\\\")
                            .replace("%", "\\%")
                            .replace("_", "\\_")
                    + "%";
        }
    }
}
