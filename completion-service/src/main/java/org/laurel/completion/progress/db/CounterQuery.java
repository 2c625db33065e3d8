package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.completion.progress.domain.Mean;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Reads the numbers of course runs: what is folded and what has moved since, by one statement, so that folding changes no
 * answer. The cost does not depend on the number of learners.
 */
@ApplicationScoped
public class CounterQuery {

    private static final String LEARNERS = """
            from (select course_key, roles, learners, percent from completion_counter
                  where course_key = any(?) and kind = 'LEARNERS'
                  union all
                  select course_key, roles, sum(learners), sum(percent) from completion_counter_delta
                  where course_key = any(?) and kind = 'LEARNERS' group by course_key, roles) as moved
            """;

    private final Sql sql;

    CounterQuery(Sql sql) {
        this.sql = sql;
    }

    /** How many active enrollments a course run has. */
    public long enrolled(CourseKey courseKey) {
        return Objects.requireNonNull(enrolled(List.of(courseKey)).get(courseKey));
    }

    /** How many active enrollments each of these course runs has; one statement. */
    public Map<CourseKey, Long> enrolled(Collection<CourseKey> courseKeys) {
        return read(
                courseKeys,
                0L,
                "select course_key, sum(learners) as learners " + LEARNERS + " group by course_key",
                row -> row.getLong("learners"));
    }

    /** The mean of each of these course runs, {@link Mean#NONE} where nobody counts; one statement. */
    public Map<CourseKey, Mean> means(Collection<CourseKey> courseKeys) {
        return read(
                courseKeys,
                Mean.NONE,
                "select course_key, sum(learners) as learners, sum(percent) as percent " + LEARNERS
                        + " where roles = '' group by course_key",
                row -> new Mean(
                        row.getLong("learners"),
                        Objects.requireNonNullElse(row.getBigDecimal("percent"), BigDecimal.ZERO)));
    }

    private <T> Map<CourseKey, T> read(
            Collection<CourseKey> courseKeys, T none, String statement, Sql.RowMapper<T> mapper) {
        Map<CourseKey, T> found = new HashMap<>();
        if (courseKeys.isEmpty()) {
            return found;
        }
        courseKeys.forEach(courseKey -> found.put(courseKey, none));
        Object keys = Column.texts(List.copyOf(found.keySet()), CourseKey::value);
        sql.query(statement, row -> Map.entry(new CourseKey(Row.text(row, "course_key")), mapper.map(row)), keys, keys)
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }
}
