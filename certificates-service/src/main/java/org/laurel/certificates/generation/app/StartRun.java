package org.laurel.certificates.generation.app;

import java.time.Duration;
import java.util.List;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;

/**
 * Start a generation run.
 *
 * @param listed the learners on the selector's list, empty without one
 * @param chunkSize learners of one transaction, 1 to 1,000
 * @param pause between chunks, zero for none
 */
public record StartRun(
        CourseKey courseKey, Selector selector, List<LearnerId> listed, int chunkSize, Duration pause, Cause cause) {

    /** A run in the usual chunks, as fast as it goes. */
    public static StartRun of(CourseKey courseKey, Selector selector, Cause cause) {
        return new StartRun(courseKey, selector, List.of(), JobStep.CHUNK, Duration.ZERO, cause);
    }
}
