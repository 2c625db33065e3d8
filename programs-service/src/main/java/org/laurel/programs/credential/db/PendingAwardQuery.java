package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.Recently;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.Obstacle;

/** Reads awards that wait. Those about which staff have decided wait for nothing, and are left out. */
@ApplicationScoped
public class PendingAwardQuery {

    private static final String FROM = """
            from pending_award p join learner l using (learner_id) left join program g using (program_uuid)
            where (?::text is null or p.learner_id = ?::text) and (?::uuid is null or p.program_uuid = ?::uuid)
              and (?::text is null or p.obstacle = ?::text)
              and not exists (select from credential_order o where o.learner_id = p.learner_id
                              and o.subject = p.subject and o.status <> 'automatic')
            """;

    private static final int MOST_COUNTS = 10;

    private static final String SELECT = "select p.*, l.username, g.title " + FROM;

    private final Sql sql;
    private final Recently<Filter, Long> counts;

    PendingAwardQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.counts = new Recently<>(clock, Recently.COUNT, MOST_COUNTS);
    }

    /** Which to read; null members do not restrict. */
    public record Filter(
            @Nullable LearnerId learnerId,
            @Nullable UUID programUuid,
            @Nullable Obstacle obstacle) {

        Object[] arguments(Object... more) {
            @Nullable String learner = learnerId == null ? null : learnerId.value();
            @Nullable String reason = obstacle == null ? null : obstacle.slug();
            @Nullable Object[] all = new Object[6 + more.length];
            all[0] = learner;
            all[1] = learner;
            all[2] = programUuid;
            all[3] = programUuid;
            all[4] = reason;
            all[5] = reason;
            System.arraycopy(more, 0, all, 6, more.length);
            return all;
        }
    }

    /**
     * An award that waits.
     *
     * @param number its place in lists
     * @param programUuid null for a course run
     * @param courseKey null for a program
     * @param earnedAt since when it is earned
     * @param availableAt from when the learner will be able to see it, null for at once
     */
    public record Found(
            long number,
            String learnerId,
            String username,
            @Nullable UUID programUuid,
            @Nullable String programTitle,
            @Nullable String courseKey,
            @Nullable String mode,
            String obstacle,
            Instant earnedAt,
            @Nullable Instant availableAt) {}

    /** A page of them, those first that have waited longest. */
    public List<Found> page(Filter filter, int offset, int limit) {
        return sql.query(
                SELECT + " order by p.pending_id offset ? limit ?",
                PendingAwardQuery::found,
                filter.arguments(offset, limit));
    }

    /** Those after the one with a number. */
    public List<Found> after(Filter filter, long number, int limit) {
        return sql.query(
                SELECT + " and p.pending_id > ? order by p.pending_id limit ?",
                PendingAwardQuery::found,
                filter.arguments(number, limit));
    }

    /** How many there are: of a learner or a program now, of all up to ten seconds ago. */
    public long count(Filter filter) {
        return filter.learnerId() == null && filter.programUuid() == null
                ? counts.get(filter, this::counted)
                : counted(filter);
    }

    private long counted(Filter filter) {
        return sql.query("select count(*) " + FROM, row -> row.getLong(1), filter.arguments())
                .getFirst();
    }

    private static Found found(ResultSet row) throws SQLException {
        String program = row.getString("program_uuid");
        return new Found(
                row.getLong("pending_id"),
                Row.text(row, "learner_id"),
                Row.text(row, "username"),
                program == null ? null : UUID.fromString(program),
                row.getString("title"),
                row.getString("course_key"),
                row.getString("mode"),
                Row.text(row, "obstacle"),
                Row.instant(row, "earned_at"),
                Row.instantOrNull(row, "available_at"));
    }
}
