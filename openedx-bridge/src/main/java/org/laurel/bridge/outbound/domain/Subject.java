package org.laurel.bridge.outbound.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * One of Laurel's states of which the site is told, with a version of its own.
 *
 * @param name tells it from the learner's others of the kind: a course key, or the uuid of a credential
 */
public record Subject(LearnerId learnerId, Kind kind, String name) {

    /** What kind of state it is. */
    public enum Kind {
        CERTIFICATE,
        ENROLLMENT,
        PROGRAM
    }

    static Subject certificate(LearnerId learner, CourseKey run) {
        return new Subject(learner, Kind.CERTIFICATE, run.value());
    }

    static Subject enrollment(LearnerId learner, CourseKey run) {
        return new Subject(learner, Kind.ENROLLMENT, run.value());
    }

    static Subject program(LearnerId learner, String credentialUuid) {
        return new Subject(learner, Kind.PROGRAM, credentialUuid);
    }
}
