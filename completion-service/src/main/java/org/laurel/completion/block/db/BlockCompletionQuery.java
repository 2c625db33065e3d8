package org.laurel.completion.block.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads completions of single blocks. */
@ApplicationScoped
public class BlockCompletionQuery {

    /** The block whose value changed last, in each course run of a learner: one index range for each of them. */
    private static final String LATEST = """
            select p.course_key, b.block_key, b.changed_at from course_progress p cross join lateral (
                select * from block_completion b where b.course_key = p.course_key and b.learner_id = p.learner_id
                order by b.changed_at desc, b.occurred_at desc, b.block_key collate "C" desc limit 1) b
            where p.learner_id = ?
            """;

    private final Sql sql;

    BlockCompletionQuery(Sql sql) {
        this.sql = sql;
    }

    /** The block of a course run whose value changed last. */
    public record Latest(String courseKey, String blockKey, Instant changedAt) {}

    /** What is stored of these blocks, in units by block key; others are left out. */
    public Map<String, Long> units(CourseLearner key, Collection<String> blockKeys) {
        return sql
                .query(
                        """
                        select block_key, completion from block_completion
                        where course_key = ? and learner_id = ? and block_key = any(?)
                        """,
                        row -> Map.entry(Row.text(row, "block_key"), row.getLong("completion")),
                        key.courseKey().value(),
                        key.learnerId().value(),
                        blockKeys.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A learner's latest block in each course run that has one, ordered by course key. */
    public List<Latest> latest(LearnerId learnerId) {
        return sql.query(LATEST + "order by p.course_key", BlockCompletionQuery::latest, learnerId.value());
    }

    /** A learner's latest block in a course run. */
    public Optional<Latest> latest(CourseLearner key) {
        return sql.first(
                LATEST + "and p.course_key = ?",
                BlockCompletionQuery::latest,
                key.learnerId().value(),
                key.courseKey().value());
    }

    private static Latest latest(ResultSet row) throws SQLException {
        return new Latest(Row.text(row, "course_key"), Row.text(row, "block_key"), Row.instant(row, "changed_at"));
    }
}
