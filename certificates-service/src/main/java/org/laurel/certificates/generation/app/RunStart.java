package org.laurel.certificates.generation.app;

import org.laurel.events.key.CourseKey;

/** What became of the wish to start a generation run. */
public sealed interface RunStart {

    /** The course run. */
    CourseKey courseKey();

    /** The run goes on. */
    record Begun(CourseKey courseKey, long runId, long jobId, long total) implements RunStart {}

    /** Another run of the course run has not ended, and a course run has one at a time. */
    record Busy(CourseKey courseKey, long jobId) implements RunStart {}
}
