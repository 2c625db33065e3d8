package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.completion.progress.db.EnrollmentQuery.Found;
import org.laurel.completion.progress.db.EnrollmentQuery.Part;
import org.laurel.completion.progress.db.EnrollmentQuery.Selection;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.TooManySumsException;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * Finds active enrollments and reads their progress: at most four statements, whatever the number of learners, and one more
 * for all graphs that are not in memory.
 */
@ApplicationScoped
public class ProgressQuery {

    private final EnrollmentQuery enrollments;
    private final ProgressReading reading;

    ProgressQuery(EnrollmentQuery enrollments, ProgressReading reading) {
        this.enrollments = enrollments;
        this.reading = reading;
    }

    /**
     * A part of a list of enrollments.
     *
     * @param total how long the list is
     * @param more whether it goes on after the part
     */
    public record Listed(long total, List<ProgressView> views, boolean more) {}

    /** The progress of a learner in a course run; empty when there is no active enrollment. */
    public Optional<ProgressView> of(LearnerId learnerId, CourseKey courseKey, Extent extent) {
        Selection one = new Selection(learnerId, courseKey, null, false);
        return list(one, new Part.From(0, 1), extent).views().stream().findFirst();
    }

    /**
     * A part of a list of active enrollments, ordered by course key and then by learner id.
     *
     * @throws TooManySumsException when the extent comes to too much for so many enrollments
     */
    public Listed list(Selection selection, Part part, Extent extent) {
        Found found = enrollments.find(selection, part);
        return new Listed(found.total(), reading.of(found.enrolled(), extent), found.more());
    }
}
