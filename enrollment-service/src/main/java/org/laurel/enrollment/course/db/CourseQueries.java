package org.laurel.enrollment.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.events.key.CourseKey;

/** Finds course runs with their modes. */
@ApplicationScoped
public class CourseQueries {

    private final CourseRunRows rows;

    CourseQueries(CourseRunRows rows) {
        this.rows = rows;
    }

    public Optional<CourseRun> byKey(CourseKey key) {
        return Optional.ofNullable(of(List.of(key)).get(key));
    }

    /** The course runs that are known, read by one statement. */
    public Map<CourseKey, CourseRun> of(Collection<CourseKey> keys) {
        Map<CourseKey, CourseRun> runs = new HashMap<>();
        rows.list(
                        "from CourseRunEntity r left join fetch r.modes where r.courseKey in ?1",
                        keys.stream().map(CourseKey::value).toList())
                .forEach(row -> {
                    CourseRun run = row.toDomain();
                    runs.put(run.key(), run);
                });
        return runs;
    }
}
