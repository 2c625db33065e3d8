package org.laurel.certificates.invalidation.app;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.invalidation.domain.Invalidation;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.issuance.app.Folded;

/** What became of an {@link org.laurel.certificates.invalidation.domain.Invalidate}. */
public sealed interface InvalidationResult {

    /**
     * The invalidation is active.
     *
     * @param folded what became of the certificate; null when the invalidation was there already, as it was asked for
     */
    record Active(Invalidation invalidation, @Nullable Folded folded) implements InvalidationResult {

        /** Whether the certificate would change, and does not since decisions take no effect in the course run. */
        public boolean isWithheld() {
            return folded != null && folded.withheld();
        }
    }

    /** An obstacle is in the way, and nothing changed. */
    record Refused(Obstacle obstacle) implements InvalidationResult {}
}
