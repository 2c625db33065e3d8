package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Whose credential of a course run has a date: one that was made, or one that waits to be. */
@ApplicationScoped
public class DatedCredentials {

    private static final String DIFFERS = """
            (exists (select from course_certificate k
                     where k.course_key = c.course_key and k.certificate_available_date is distinct from c.available_at)
             or exists (select from certificate_version v
                        where v.learner_id = c.learner_id and v.course_key = c.course_key
                          and v.available_at is distinct from c.available_at))
            """;

    private final Sql sql;

    DatedCredentials(Sql sql) {
        this.sql = sql;
    }

    /** How many learners {@link #holders} finds. */
    public long count(CourseKey courseKey) {
        return sql.first("""
                        select count(*) from (
                            select c.learner_id from course_credential c
                            where c.course_key = ? and c.status = 'awarded' and %1$s
                            union
                            select c.learner_id from pending_award c where c.course_key = ? and %1$s) t
                        """.formatted(DIFFERS), row -> row.getLong(1), courseKey.value(), courseKey.value())
                .orElse(0L);
    }

    /**
     * Learners with such a credential, in order, after the given one, without those whose date is what every word on it says:
     * whichever counts makes no difference to them.
     */
    public List<LearnerId> holders(CourseKey courseKey, String after, int limit) {
        return sql.query(
                """
                select learner_id from (
                    (select c.learner_id from course_credential c
                     where c.course_key = ? and c.status = 'awarded' and c.learner_id > ? and %1$s
                     order by c.learner_id limit ?)
                    union
                    (select c.learner_id from pending_award c where c.course_key = ? and c.learner_id > ? and %1$s
                     order by c.learner_id limit ?)) t
                order by learner_id limit ?
                """.formatted(DIFFERS),
                row -> new LearnerId(Row.text(row, "learner_id")),
                courseKey.value(),
                after,
                limit,
                courseKey.value(),
                after,
                limit,
                limit);
    }
}
