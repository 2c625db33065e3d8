package org.laurel.completion.statistics.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Counter.Kind;
import org.laurel.completion.progress.domain.LearnersItem;
import org.laurel.completion.standing.domain.CourseRoles;
import org.laurel.completion.statistics.domain.CourseNumbers;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.LearnersTotal;
import org.laurel.completion.statistics.domain.Newest;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.completion.statistics.domain.Totals;
import org.laurel.completion.structure.db.CourseGraphs;
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

    private static final Logger LOG = Logger.getLogger(StatisticsQuery.class);

    /** Adding the movements of each number up before anything else was measured not to be quicker. */
    private static final String SELECTED = """
            with wanted as not materialized (
                select ?::text as course_key, ?::text as kind, ?::text[] as cohort_ids, ?::text[] as excluded, ?::text[] as makers),
            moved as (
                select c.* from completion_counter c join wanted using (course_key, kind)
                union all
                select d.* from completion_counter_delta d join wanted using (course_key, kind)),
            selected as (
                select moved.*, wanted.cohort_ids, string_to_array(moved.roles, ',') && wanted.makers as is_maker
                from moved cross join wanted
                where (wanted.cohort_ids = '{}' or string_to_array(moved.cohorts, ',') && wanted.cohort_ids)
                    and not string_to_array(moved.roles, ',') && wanted.excluded)
            """;

    private static final String SUMS = """
            as is_maker, sum(learners) as learners, sum(started) as started, sum(completed) as completed, sum(earned) as earned,
            sum(possible) as possible, sum(percent) as percent from selected
            """;

    private static final String BY_ITEM = "select item, is_maker " + SUMS + " group by 1, 2";

    private final Sql sql;
    private final CourseGraphs graphs;

    StatisticsQuery(Sql sql, CourseGraphs graphs) {
        this.sql = sql;
        this.graphs = graphs;
    }

    private record Sum(String item, boolean makers, Totals totals) {}

    /** What the numbers of a course run have to follow to be current; one statement. */
    public Newest newest(CourseKey courseKey) {
        return graphs.newestKey(courseKey)
                .map(key -> new Newest(key.structureId(), key.typesVersion()))
                .orElse(Newest.UNKNOWN);
    }

    /** By what they see and how far they are; one statement. */
    public List<LearnersTotal> learners(CourseKey courseKey, Selection selection) {
        return counted(courseKey, selection, Kind.LEARNERS, BY_ITEM).stream()
                .filter(one -> one.totals().learners() != 0)
                .map(one -> new LearnersTotal(LearnersItem.of(one.item()), one.makers(), one.totals()))
                .toList();
    }

    /** All that an overview tells; five statements. */
    public CourseNumbers numbers(CourseKey courseKey, Selection selection, DayRange days) {
        List<Sum> blocks = counted(courseKey, selection, Kind.BLOCK, BY_ITEM);
        return new CourseNumbers(
                learners(courseKey, selection),
                byItem(blocks),
                byItem(blocks.stream().filter(one -> !one.makers()).toList()),
                cohorts(courseKey, selection),
                byItem(sums(
                        courseKey,
                        selection,
                        Kind.DAY,
                        "select case when item < ? then '' else item end as item, false " + SUMS
                                + " where item <= ? group by 1",
                        days.from().toString(),
                        days.to().toString())),
                told(courseKey));
    }

    /** The first day whose numbers are not kept together with earlier ones, null when none are. */
    private @Nullable LocalDate told(CourseKey courseKey) {
        return sql.first(
                        "select through from completion_condensed where course_key = ?",
                        row -> LocalDate.parse(Row.text(row, "through")),
                        courseKey.value())
                .orElse(null);
    }

    private Map<Long, Totals> cohorts(CourseKey courseKey, Selection selection) {
        Map<Long, Totals> cohorts = new HashMap<>();
        String statement = "select one as item, false " + SUMS + """
                cross join unnest(string_to_array(cohorts, ',')) as one
                where cohort_ids = '{}' or one = any(cohort_ids) group by 1
                """;
        byItem(counted(courseKey, selection, Kind.LEARNERS, statement)).forEach((id, totals) -> {
            if (totals.learners() != 0) {
                cohorts.put(Long.valueOf(id), totals);
            }
        });
        return cohorts;
    }

    private static Map<String, Totals> byItem(List<Sum> sums) {
        return sums.stream().collect(Collectors.toMap(Sum::item, Sum::totals, Totals::plus));
    }

    /** Sums that no learners can come to are told to the operators; answers stay in range. */
    private List<Sum> counted(CourseKey courseKey, Selection selection, Kind kind, String statement) {
        List<Sum> sums = sums(courseKey, selection, kind, statement);
        for (Sum sum : sums) {
            if (!sum.totals().isPossible()) {
                LOG.warnf(
                        "Numbers of %s have drifted: %s %s comes to %s. Verify and repair the course run.",
                        courseKey.value(), kind, sum.item().replace("\n", "+"), sum.totals());
            }
        }
        return sums;
    }

    private List<Sum> sums(CourseKey courseKey, Selection selection, Kind kind, String statement, Object... more) {
        Object[] arguments = new Object[5 + more.length];
        arguments[0] = courseKey.value();
        arguments[1] = kind.name();
        arguments[2] = Column.texts(selection.cohorts(), id -> id);
        arguments[3] = selection.excludedRoles().toArray(String[]::new);
        arguments[4] = CourseRoles.MAKERS.toArray(String[]::new);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return sql.query(
                SELECTED + statement,
                row -> new Sum(Row.text(row, "item"), row.getBoolean("is_maker"), totals(row)),
                arguments);
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
