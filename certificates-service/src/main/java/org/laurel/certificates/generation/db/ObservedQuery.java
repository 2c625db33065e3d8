package org.laurel.certificates.generation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what would change where decisions take no effect. */
@ApplicationScoped
public class ObservedQuery {

    private final Sql sql;

    ObservedQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Learners of a course run by what waits for them.
     *
     * @param award would get the certificate
     * @param revoke would lose it
     * @param change would have it changed otherwise
     * @param stated keep the certificate that another system stated: no difference, it is only not written yet
     */
    public record Waiting(String courseKey, long award, long revoke, long change, long stated) {}

    /**
     * A learner for whom something waits.
     *
     * @param pending {@code award}, {@code revoke}, {@code change} or {@code stated}
     * @param status of the certificate that the learner has now, null without one
     * @param grade from 0 to 1, null without one
     */
    public record WaitingLearner(
            String learnerId,
            @Nullable String username,
            String pending,
            @Nullable String status,
            @Nullable String mode,
            boolean passing,
            @Nullable BigDecimal grade) {}

    /** Course runs in which something waits, in order, after the given one. */
    public List<Waiting> courseRuns(String after, int limit) {
        return sql.query(
                """
                select course_key, count(*) filter (where pending = 'award') as award,
                       count(*) filter (where pending = 'revoke') as revoke,
                       count(*) filter (where pending = 'change') as change,
                       count(*) filter (where pending = 'stated') as stated
                from standing where pending is not null and course_key > ?
                group by course_key order by course_key limit ?
                """,
                row -> new Waiting(
                        Row.text(row, "course_key"),
                        row.getLong("award"),
                        row.getLong("revoke"),
                        row.getLong("change"),
                        row.getLong("stated")),
                after,
                limit);
    }

    /** What waits in one course run. */
    public Waiting courseRun(CourseKey key) {
        return sql.first(
                        """
                        select count(*) filter (where pending = 'award') as award,
                               count(*) filter (where pending = 'revoke') as revoke,
                               count(*) filter (where pending = 'change') as change,
                               count(*) filter (where pending = 'stated') as stated
                        from standing where pending is not null and course_key = ?
                        """,
                        row -> new Waiting(
                                key.value(),
                                row.getLong("award"),
                                row.getLong("revoke"),
                                row.getLong("change"),
                                row.getLong("stated")),
                        key.value())
                .orElseThrow();
    }

    /**
     * Learners of a course run for whom something waits, in order, after the given one; of one kind when it is given, else those
     * for whom something would be different.
     */
    public List<WaitingLearner> learners(CourseKey key, @Nullable String pending, String after, int limit) {
        return sql.query(
                """
                select s.learner_id, l.username, s.pending, c.status, s.mode, s.passing, s.grade
                from standing s left join certificate c using (learner_id, course_key) left join learner l using (learner_id)
                where s.course_key = ? and s.pending is not null
                  and case when ?::text is null then s.pending <> 'stated' else s.pending = ? end
                  and s.learner_id > ?
                order by s.learner_id limit ?
                """,
                row -> new WaitingLearner(
                        Row.text(row, "learner_id"),
                        row.getString("username"),
                        Row.text(row, "pending"),
                        row.getString("status"),
                        row.getString("mode"),
                        row.getBoolean("passing"),
                        row.getBigDecimal("grade")),
                key.value(),
                pending,
                pending,
                after,
                limit);
    }
}
