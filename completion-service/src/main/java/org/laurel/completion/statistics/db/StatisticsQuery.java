package org.laurel.completion.statistics.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.completion.progress.domain.Counter.Kind;
import org.laurel.completion.progress.domain.LearnersItem;
import org.laurel.completion.statistics.domain.CourseNumbers;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.LearnersTotal;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.completion.statistics.domain.Totals;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Adds up the counters of selected learners of a course run: what is folded and what has moved since, by one statement a kind,
 * so that folding changes no answer. The cost does not depend on the number of learners.
 */
@ApplicationScoped
public class StatisticsQuery {

    private static final String SELECTED = """
            with wanted as not materialized (
                select ?::text as course_key, ?::text as kind, ?::text[] as cohort_ids, ?::text[] as excluded),
            moved as (
                select c.* from completion_counter c join wanted using (course_key, kind)
                union all
                select d.* from completion_counter_delta d join wanted using (course_key, kind)),
            selected as (
                select moved.*, wanted.cohort_ids from moved cross join wanted
                where (wanted.cohort_ids = '{}' or string_to_array(moved.cohorts, ',') && wanted.cohort_ids)
                    and not string_to_array(moved.roles, ',') && wanted.excluded)
            """;

    private static final String SUMS = """
            as item, sum(learners) as learners, sum(started) as started, sum(completed) as completed, sum(earned) as earned,
            sum(possible) as possible, sum(percent) as percent from selected
            """;

    private final Sql sql;

    StatisticsQuery(Sql sql) {
        this.sql = sql;
    }

    /** By what they see and how far they are; one statement. */
    public List<LearnersTotal> learners(CourseKey courseKey, Selection selection) {
        return sums(courseKey, selection, Kind.LEARNERS, "select item " + SUMS + " group by 1").entrySet().stream()
                .filter(one -> one.getValue().learners() != 0)
                .map(one -> new LearnersTotal(LearnersItem.of(one.getKey()), one.getValue()))
                .toList();
    }

    /** All that an overview tells; four statements. */
    public CourseNumbers numbers(CourseKey courseKey, Selection selection, DayRange days) {
        return new CourseNumbers(
                learners(courseKey, selection),
                sums(courseKey, selection, Kind.BLOCK, "select item " + SUMS + " group by 1"),
                cohorts(courseKey, selection),
                sums(
                        courseKey,
                        selection,
                        Kind.DAY,
                        "select case when item < ? then '' else item end " + SUMS + " where item <= ? group by 1",
                        days.from().toString(),
                        days.to().toString()));
    }

    private Map<Long, Totals> cohorts(CourseKey courseKey, Selection selection) {
        Map<Long, Totals> cohorts = new HashMap<>();
        String statement = "select one " + SUMS + """
                cross join unnest(string_to_array(cohorts, ',')) as one
                where cohort_ids = '{}' or one = any(cohort_ids) group by 1
                """;
        sums(courseKey, selection, Kind.LEARNERS, statement).forEach((id, totals) -> {
            if (totals.learners() != 0) {
                cohorts.put(Long.valueOf(id), totals);
            }
        });
        return cohorts;
    }

    private Map<String, Totals> sums(
            CourseKey courseKey, Selection selection, Kind kind, String statement, Object... more) {
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = courseKey.value();
        arguments[1] = kind.name();
        arguments[2] = Column.texts(selection.cohorts(), id -> id);
        arguments[3] = selection.excludedRoles().toArray(String[]::new);
        System.arraycopy(more, 0, arguments, 4, more.length);
        Map<String, Totals> sums = new HashMap<>();
        sql.query(SELECTED + statement, row -> Map.entry(Row.text(row, "item"), totals(row)), arguments)
                .forEach(one -> sums.put(one.getKey(), one.getValue()));
        return sums;
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("learners"),
                row.getLong("started"),
                row.getLong("completed"),
                number(row, "earned"),
                number(row, "possible"),
                number(row, "percent"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column));
    }
}
