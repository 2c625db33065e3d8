package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.ProgressReading.Wanted;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.Recently;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Finds active enrollments, ordered by course key and then by learner id. */
@ApplicationScoped
public class EnrollmentQuery {

    private static final String ENROLLED = " from enrollment e where e.is_active ";

    private static final String COUNT_ALL = """
            select coalesce(sum(c.learners), 0) from (
                select course_key, learners from completion_counter where kind = 'LEARNERS'
                union all
                select course_key, learners from completion_counter_delta where kind = 'LEARNERS') as c
            where not ? or exists (select from course_run r where r.course_key = c.course_key and r.mobile_available)
            """;

    private final Sql sql;
    private final CounterQuery counters;
    private final Recently<Boolean, Long> countOfAll;

    EnrollmentQuery(Sql sql, CounterQuery counters, Clock clock) {
        this.sql = sql;
        this.counters = counters;
        this.countOfAll = new Recently<>(clock, Recently.COUNT, 2);
    }

    /**
     * Which active enrollments.
     *
     * @param learnerId of one learner, null of all
     * @param courseKey in one course run, null in all
     * @param among of these learners only, null of all
     * @param mobileOnly only in course runs that are offered in mobile applications
     */
    public record Selection(
            @Nullable LearnerId learnerId,
            @Nullable CourseKey courseKey,
            @Nullable List<LearnerId> among,
            boolean mobileOnly) {

        public Selection {
            among = among == null ? null : List.copyOf(among);
        }

        private Where where() {
            Where where = new Where();
            if (learnerId != null) {
                where.add("and e.learner_id = ? ", learnerId.value());
            }
            if (courseKey != null) {
                where.add("and e.course_key = ? ", courseKey.value());
            }
            if (among != null) {
                where.add("and e.learner_id = any(?) ", (Object) Column.texts(among, LearnerId::value));
            }
            if (mobileOnly) {
                // Named by key, so that the index goes from one of them to the next.
                where.add("and e.course_key = any (array(select course_key from course_run where mobile_available)) ");
            }
            return where;
        }
    }

    /** Which part of the list. */
    public sealed interface Part {

        /** How many enrollments the part has at most. */
        int size();

        /** Those after so many. */
        record From(int offset, int size) implements Part {}

        /** Those of the last page. */
        record Last(int size) implements Part {}

        /** Those after one of them. */
        record After(CourseLearner key, int size) implements Part {}
    }

    /**
     * A part of the list.
     *
     * @param total how long the list is
     * @param more whether it goes on after the part
     */
    record Found(long total, List<Wanted> enrolled, boolean more) {}

    /** Conditions and what they compare with. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder(ENROLLED);
        private final List<@Nullable Object> arguments = new ArrayList<>();

        void add(String condition, @Nullable Object... compared) {
            text.append(condition);
            arguments.addAll(List.of(compared));
        }

        /** In one course run learners alone are compared: comparing rows there would read all entries before the one. */
        void addAfter(CourseLearner last, @Nullable CourseKey only) {
            if (last.courseKey().equals(only)) {
                add("and e.learner_id > ? ", last.learnerId().value());
            } else {
                add(
                        "and (e.course_key, e.learner_id) > (?, ?) ",
                        last.courseKey().value(),
                        last.learnerId().value());
            }
        }
    }

    /** A part of the list: one statement, and one more for the length of a list that is not one learner's or of a few. */
    Found find(Selection selection, Part part) {
        boolean few = selection.learnerId() != null || selection.among() != null;
        List<@Nullable Object> arguments = new ArrayList<>();
        Where counted = selection.where();
        if (few) {
            arguments.addAll(counted.arguments);
        } else {
            arguments.add(lengthOf(selection, part instanceof Part.Last));
        }
        Where where = selection.where();
        if (part instanceof Part.After after) {
            where.addAfter(after.key(), selection.courseKey());
        }
        arguments.addAll(where.arguments);
        arguments.add(part instanceof Part.From from ? from.offset() : 0);
        arguments.add(part.size() + 1);
        String direction = part instanceof Part.Last ? "desc" : "asc";
        String length = few ? "(select count(*)" + counted.text + ")" : "?::bigint";
        List<Wanted> enrolled = new ArrayList<>();
        AtomicLong total = new AtomicLong();
        // There is always a row, for the length. Usernames are looked up for the part alone, however deep it lies.
        sql.query(
                """
                select found.total, part.*,
                       (select l.username from learner l where l.learner_id = part.learner_id) as username
                from (select %s as total) as found left join (
                    select e.course_key, e.learner_id %s
                    order by e.course_key %s, e.learner_id %s offset ? limit ?) as part on true
                order by part.course_key, part.learner_id
                """.formatted(length, where.text, direction, direction),
                row -> {
                    total.set(row.getLong("total"));
                    return row.getString("course_key") == null || enrolled.add(wanted(row));
                },
                arguments.toArray());
        return found(total.get(), enrolled, part);
    }

    private static Found found(long total, List<Wanted> oneMore, Part part) {
        int size = part.size();
        if (part instanceof Part.Last) {
            int last = Math.min(oneMore.size(), (int) (Math.max(0, total - 1) % size) + 1);
            return new Found(total, oneMore.subList(oneMore.size() - last, oneMore.size()), false);
        }
        boolean more = oneMore.size() > size;
        return new Found(total, more ? oneMore.subList(0, size) : oneMore, more);
    }

    /**
     * How long the list is.
     *
     * @param exactly which items are on the last page depends on it
     */
    private long lengthOf(Selection selection, boolean exactly) {
        CourseKey courseKey = selection.courseKey();
        if (courseKey != null) {
            return selection.mobileOnly() && !isMobile(courseKey) ? 0 : counters.enrolled(courseKey);
        }
        return exactly ? countOfAll(selection.mobileOnly()) : countOfAll.get(selection.mobileOnly(), this::countOfAll);
    }

    private boolean isMobile(CourseKey courseKey) {
        return sql.first(
                        "select 1 from course_run where course_key = ? and mobile_available",
                        row -> true,
                        courseKey.value())
                .isPresent();
    }

    private long countOfAll(boolean mobileOnly) {
        return Objects.requireNonNull(
                sql.first(COUNT_ALL, row -> row.getLong(1), mobileOnly).orElse(0L));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(CompletionStore.key(row), Objects.requireNonNullElse(row.getString("username"), ""));
    }
}
