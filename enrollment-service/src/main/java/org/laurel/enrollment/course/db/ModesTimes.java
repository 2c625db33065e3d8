package org.laurel.enrollment.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Since when course runs have the modes that they have. */
@ApplicationScoped
public class ModesTimes {

    /** All course runs; told again when they or their modes changed. */
    public static final Listing RUNS = new Listing(
            "course_run",
            List.of(Listing.Key.text("course_key")),
            "true",
            null,
            Listing.RUN,
            Listing.history("course_run", "course_key"));

    private final Sql sql;

    ModesTimes(Sql sql) {
        this.sql = sql;
    }

    /** The business time of the last list of modes of each run; runs of which nobody has told modes are left out. */
    public Map<CourseKey, Instant> of(Collection<CourseKey> keys) {
        Map<CourseKey, Instant> times = new HashMap<>();
        sql.query(
                "select course_key, modes_occurred_at from course_run where course_key = any(?) and modes_occurred_at is not null",
                row -> times.put(new CourseKey(Row.text(row, "course_key")), Row.instant(row, "modes_occurred_at")),
                (Object) Column.texts(List.copyOf(keys), CourseKey::value));
        return times;
    }
}
