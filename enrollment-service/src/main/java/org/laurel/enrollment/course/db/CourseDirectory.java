package org.laurel.enrollment.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.kit.domain.Cause;

/** Writes course runs and their modes. The caller holds the lock of the course key. */
@ApplicationScoped
public class CourseDirectory {

    private final CourseRunRows rows;

    CourseDirectory(CourseRunRows rows) {
        this.rows = rows;
    }

    /** Inserts a course run or replaces its settings. */
    public void save(CourseRun run, Cause cause) {
        CourseRunEntity row = rows.findById(run.key().value());
        if (row == null) {
            row = new CourseRunEntity(run.key());
            row.take(run, cause);
            rows.persist(row);
        } else {
            row.take(run, cause);
        }
        // Plain SQL in the same transaction does not make Hibernate write what it has gathered.
        rows.flush();
    }

    /** Replaces the modes of a course run that exists. */
    public void saveModes(CourseRun run, Instant since, Cause cause) {
        rows.findByIdOptional(run.key().value()).orElseThrow().takeModes(run, since, cause);
        rows.flush();
    }
}
