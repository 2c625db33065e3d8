package org.laurel.certificates.course.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What happened to the certificates of a whole course run. */
public sealed interface CourseFact extends DomainFact {

    /** The course run. */
    CourseKey courseKey();

    /** COURSE_CERT_DATE_CHANGE: the dates on which certificates show have changed. */
    record DatesChanged(CourseKey courseKey, CourseSettings settings, Cause cause) implements CourseFact {}

    /** Learners may, or may no longer, ask for their certificate themselves. */
    record GenerationSwitched(CourseKey courseKey, boolean enabled, Instant occurredAt, Cause cause)
            implements CourseFact {}
}
