package org.laurel.enrollment.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** Writes course runs and their modes. The caller holds the locks of the course keys. */
@ApplicationScoped
public class CourseDirectory {

    private final CourseRunRows rows;

    CourseDirectory(CourseRunRows rows) {
        this.rows = rows;
    }

    /**
     * New values of a course run.
     *
     * @param since business time from which they hold
     */
    public record Change(CourseRun run, Instant since, Cause cause) {}

    /** Inserts course runs or replaces their settings, each of them once. */
    public void save(Collection<Change> changes) {
        Map<String, CourseRunEntity> known = find(changes);
        for (Change change : changes) {
            CourseKey key = change.run().key();
            CourseRunEntity row = known.get(key.value());
            if (row == null) {
                row = new CourseRunEntity(key);
                row.take(change.run(), change.cause());
                rows.persist(row);
            } else {
                row.take(change.run(), change.cause());
            }
        }
        write(changes);
    }

    /** Replaces the modes of course runs that exist, each of them once. */
    public void saveModes(Collection<Change> changes) {
        Map<String, CourseRunEntity> known = find(changes);
        for (Change change : changes) {
            Objects.requireNonNull(known.get(change.run().key().value()))
                    .takeModes(change.run(), change.since(), change.cause());
        }
        write(changes);
    }

    private Map<String, CourseRunEntity> find(Collection<Change> changes) {
        Map<String, CourseRunEntity> known = new HashMap<>();
        if (!changes.isEmpty()) {
            rows.list(
                            "from CourseRunEntity r left join fetch r.modes where r.courseKey in ?1",
                            changes.stream()
                                    .map(change -> change.run().key().value())
                                    .toList())
                    .forEach(row -> known.put(row.courseKey(), row));
        }
        return known;
    }

    private void write(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            // Plain SQL in the same transaction does not make Hibernate write what it has gathered.
            rows.flush();
        }
    }
}
