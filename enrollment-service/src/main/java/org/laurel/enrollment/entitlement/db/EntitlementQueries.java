package org.laurel.enrollment.entitlement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.kit.page.Recently;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds entitlements for readers: one statement, whatever the number of entitlements. */
@ApplicationScoped
public class EntitlementQueries {

    private static final int MOST_COUNTS = 1_000;
    private static final String FROM = " from entitlement e join learner l using (learner_id) ";
    private static final String WANTED = """
            where (?::text is null or e.learner_id = ?)
              and (?::text is null or e.learner_id = ?)
              and (?::text is null or lower(l.username) = lower(?))
              and (?::uuid is null or e.course_uuid = ?::uuid)
              and (?::bool is null or (e.expired_at is null) = ?)
            """;

    private final Sql sql;
    private final Recently<Wanted, Long> counts;

    EntitlementQueries(Sql sql, Clock clock) {
        this.sql = sql;
        this.counts = new Recently<>(clock, Recently.COUNT, MOST_COUNTS);
    }

    /**
     * Which entitlements are asked for; null stands for all.
     *
     * @param reader the learner who reads, whose own ones alone are found; null for those who may read all
     */
    public record Wanted(
            @Nullable String reader,
            @Nullable String learnerId,
            @Nullable String username,
            @Nullable UUID courseUuid,
            @Nullable Boolean active) {}

    /** An entitlement with its learner's username. */
    public record Listed(Entitlement entitlement, String username) {}

    /** The entitlement with this public id. */
    public Optional<Listed> byId(UUID id) {
        return sql.first("select e.*, l.username" + FROM + "where e.uuid = ?", EntitlementQueries::listed, id);
    }

    /** A page of the entitlements that are asked for, oldest first. */
    public List<Listed> page(Wanted wanted, int offset, int limit) {
        Object[] page = new Object[] {offset, limit};
        return sql.query(
                "select e.*, l.username" + FROM + WANTED + "order by e.id offset ? limit ?",
                EntitlementQueries::listed,
                arguments(wanted, page));
    }

    /** How many there are; may be ten seconds old. */
    public long count(Wanted wanted) {
        return counts.get(
                wanted,
                asked -> sql.first("select count(*)" + FROM + WANTED, row -> row.getLong(1), arguments(asked))
                        .orElseThrow());
    }

    private static @Nullable Object[] arguments(Wanted wanted, Object... more) {
        @Nullable Object[] filters = {
            wanted.reader(),
            wanted.reader(),
            wanted.learnerId(),
            wanted.learnerId(),
            wanted.username(),
            wanted.username(),
            wanted.courseUuid(),
            wanted.courseUuid(),
            wanted.active(),
            wanted.active()
        };
        @Nullable Object[] all = new Object[filters.length + more.length];
        System.arraycopy(filters, 0, all, 0, filters.length);
        System.arraycopy(more, 0, all, filters.length, more.length);
        return all;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(EntitlementRows.entitlement(row), Row.text(row, "username"));
    }
}
