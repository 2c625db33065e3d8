package org.laurel.certificates.allowlist.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.domain.Obstacle;

/**
 * Whether a learner can be added to an allowlist.
 *
 * @param reason {@code not_enrolled}, {@code invalidated} or {@code already_listed}; null when nothing is in the way
 * @param message the reason in a sentence, null when nothing is in the way
 */
public record AdmissionAnswer(
        boolean canBeAdded,
        @Nullable String reason,
        @Nullable String message) {

    static AdmissionAnswer of(String learner, Optional<Obstacle> obstacle) {
        return new AdmissionAnswer(
                obstacle.isEmpty(),
                obstacle.map(Obstacle::slug).orElse(null),
                obstacle.map(found -> found.why(learner)).orElse(null));
    }
}
