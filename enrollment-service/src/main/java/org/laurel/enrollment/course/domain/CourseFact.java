package org.laurel.enrollment.course.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What others are told about course runs. */
public sealed interface CourseFact extends DomainFact {

    /** The course run with the new values. */
    CourseRun run();

    /** A course run is new or has new settings. */
    record SettingsChanged(CourseRun run, Cause cause) implements CourseFact {}

    /** A course run has a new list of modes. */
    record ModesChanged(CourseRun run, Instant occurredAt, Cause cause) implements CourseFact {}
}
