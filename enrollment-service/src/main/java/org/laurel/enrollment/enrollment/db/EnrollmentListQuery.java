package org.laurel.enrollment.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads lists of enrollments, newest first, whatever their number: one statement a page. */
@ApplicationScoped
public class EnrollmentListQuery {

    private static final String SELECT = """
            select e.*, l.username from enrollment e join learner l using (learner_id) where true""";

    private static final String OF_LEARNERS = """
            and e.learner_id in (select n.learner_id from learner n
                                  join unnest(?::text[]) as asked (word) on lower(n.%s) = lower(word))""";

    private static final String OF_KEYS_LIKE = """
            and e.course_key in (select c.course_key from course_run c, unnest(?::text[]) as asked (part)
                                  where position(lower(part) in lower(c.course_key)) > 0)""";

    private final Sql sql;

    EnrollmentListQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which enrollments; an empty list leaves a member out of account.
     *
     * @param keyParts texts of which a course key holds one, ignoring case
     */
    public record Filter(
            @Nullable CourseKey courseKey, List<String> keyParts, List<String> usernames, List<String> emails) {}

    /** Where an enrollment stands in the list. */
    public record Place(Instant createdAt, String learnerId, String courseKey) {

        /** The place of an enrollment. */
        public static Place of(Enrollment enrollment) {
            return new Place(
                    enrollment.createdAt(),
                    enrollment.key().learnerId().value(),
                    enrollment.key().courseKey().value());
        }
    }

    /** An enrollment with its learner's username. */
    public record Line(Enrollment enrollment, String username) {}

    /** The enrollments that follow a place, the first ones without a place. */
    public List<Line> after(Filter filter, @Nullable Place place, int limit) {
        return lines(filter, place, limit, "<", "desc");
    }

    /** The enrollments that stand before a place, the nearest ones, in the order of the list. */
    public List<Line> before(Filter filter, Place place, int limit) {
        return lines(filter, place, limit, ">", "asc").reversed();
    }

    private List<Line> lines(Filter filter, @Nullable Place place, int limit, String beyond, String order) {
        StringBuilder text = new StringBuilder(SELECT);
        List<Object> arguments = new ArrayList<>();
        if (filter.courseKey() != null) {
            text.append("\nand e.course_key = ?");
            arguments.add(filter.courseKey().value());
        }
        narrow(text, arguments, OF_KEYS_LIKE, filter.keyParts());
        narrow(text, arguments, OF_LEARNERS.formatted("username"), filter.usernames());
        narrow(text, arguments, OF_LEARNERS.formatted("email"), filter.emails());
        if (place != null) {
            text.append("\nand (e.created_at, e.learner_id, e.course_key) ")
                    .append(beyond)
                    .append(" (?, ?, ?)");
            arguments.addAll(List.of(place.createdAt(), place.learnerId(), place.courseKey()));
        }
        text.append("\norder by e.created_at %1$s, e.learner_id %1$s, e.course_key %1$s limit ?".formatted(order));
        arguments.add(limit);
        return sql.query(
                text.toString(),
                row -> new Line(EnrollmentRows.enrollment(row), Row.text(row, "username")),
                arguments.toArray());
    }

    private static void narrow(StringBuilder text, List<Object> arguments, String condition, List<String> values) {
        if (!values.isEmpty()) {
            text.append('\n').append(condition);
            arguments.add(values.toArray(String[]::new));
        }
    }
}
