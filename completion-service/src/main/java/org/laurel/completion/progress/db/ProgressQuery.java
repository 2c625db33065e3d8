package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.EnrollmentQuery.Found;
import org.laurel.completion.progress.db.EnrollmentQuery.Part;
import org.laurel.completion.progress.db.EnrollmentQuery.Selection;
import org.laurel.completion.progress.domain.Depth;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** Finds active enrollments and reads their progress: at most four statements, whatever the number of learners. */
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
    public Optional<ProgressView> of(LearnerId learnerId, CourseKey courseKey, Depth depth) {
        return of(learnerId, courseKey, depth, null);
    }

    /**
     * The same with all that the sum of a block needs, of whatever type it is.
     *
     * @param block null for none
     */
    public Optional<ProgressView> of(LearnerId learnerId, CourseKey courseKey, Depth depth, @Nullable String block) {
        Selection one = new Selection(learnerId, courseKey, null, false);
        return list(one, new Part.From(0, 1), depth, block).views().stream().findFirst();
    }

    /**
     * A part of a list of active enrollments, ordered by course key and then by learner id.
     *
     * @param block whose sum is needed, of whatever type it is; null for none
     */
    public Listed list(Selection selection, Part part, Depth depth, @Nullable String block) {
        Found found = enrollments.find(selection, part);
        return new Listed(found.total(), reading.of(found.enrolled(), depth, block), found.more());
    }
}
