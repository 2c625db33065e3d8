package org.laurel.certificates.allowlist.domain;

import java.util.List;
import java.util.Optional;

/**
 * What decides whether a learner can be added to an allowlist.
 *
 * @param enrolled whether the enrollment in the course run is active
 * @param invalidated whether an invalidation of the certificate is active
 * @param listed whether the learner's entry is enabled
 */
public record Admission(boolean enrolled, boolean invalidated, boolean listed) {

    /** Nothing is known of the learner in the course run. */
    public static final Admission UNKNOWN = new Admission(false, false, false);

    /** The first of these obstacles that is in the way; empty when the learner can be added. */
    public Optional<Obstacle> first(List<Obstacle> order) {
        return order.stream().filter(this::isInTheWay).findFirst();
    }

    /** The same once the learner's entry is enabled, or is not. */
    public Admission listed(boolean enabled) {
        return new Admission(enrolled, invalidated, enabled);
    }

    private boolean isInTheWay(Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_ENROLLED -> !enrolled;
            case INVALIDATED -> invalidated;
            case ALREADY_LISTED -> listed;
            case NOTES_TOO_LONG -> false;
            case FAILED -> false;
        };
    }
}
