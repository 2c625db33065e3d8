package org.laurel.events;

import java.util.Set;

/** Who may publish an event type. Everybody else only reads it. */
public enum Writer {
    /** A learning platform outside Laurel that publishes to Kafka directly. */
    PLATFORM("other platforms"),
    /** The bridge that translates between Open edX's event bus and Laurel's topics. */
    BRIDGE("openedx-bridge"),
    /** The single writer of learner data, enrollments, course runs and course modes. */
    ENROLLMENT("enrollment-service"),
    /** The writer of course certificates. */
    CERTIFICATES("certificates-service"),
    /** The writer of programs, program credentials and course credentials. */
    PROGRAMS("programs-service"),
    /** The writer of progress and of course structures that reach it by REST. */
    COMPLETION("completion-service");

    /** Who tells Laurel what happens elsewhere. */
    static final Set<Writer> OUTSIDE = Set.of(PLATFORM, BRIDGE);

    private final String displayName;

    Writer(String displayName) {
        this.displayName = displayName;
    }

    /** Name of the service or group of systems, as the documentation spells it. */
    public String displayName() {
        return displayName;
    }
}
