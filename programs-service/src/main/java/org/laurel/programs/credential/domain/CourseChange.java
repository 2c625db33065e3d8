package org.laurel.programs.credential.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * A course credential that becomes another.
 *
 * @param before null when it is new
 */
public record CourseChange(@Nullable CourseCredential before, CourseCredential after, Cause cause) {

    /**
     * Decides what a fold means for the stored credential. Public id and time of creation stay, whatever a late fact changes.
     *
     * @param stored null when there is none
     * @param folded null when no known version of the certificate was ever downloadable
     * @param newUuid the public id of a credential that has none yet
     * @return empty when nothing changes
     */
    public static Optional<CourseChange> decide(
            CaseKey key,
            @Nullable CourseCredential stored,
            @Nullable CourseStanding folded,
            UUID newUuid,
            Cause cause) {
        if (stored == null) {
            return Optional.ofNullable(folded)
                    .map(standing -> new CourseCredential(key, newUuid, standing.firstAwardedAt(), standing, 1))
                    .map(credential -> new CourseChange(null, credential, cause));
        }
        CourseStanding before = stored.standing();
        CourseStanding after = folded == null ? before.revoked(before.modifiedAt()) : folded;
        if (after.equals(before)) {
            return Optional.empty();
        }
        return Optional.of(new CourseChange(
                stored,
                new CourseCredential(key, stored.uuid(), stored.createdAt(), after, stored.version() + 1),
                cause));
    }

    /** Whether the credential begins to hold. */
    public boolean awards() {
        return after.standing().isAwarded() && !wasAwarded();
    }

    /** Whether the credential ceases to hold. One that is new and does not hold was never announced. */
    public boolean revokes() {
        return !after.standing().isAwarded() && wasAwarded();
    }

    /** Whether the credential holds as before, and may be seen from another date. */
    public boolean redates() {
        return before != null
                && before.standing().isAwarded()
                && after.standing().isAwarded()
                && !Objects.equals(
                        before.standing().availableAt(), after.standing().availableAt());
    }

    private boolean wasAwarded() {
        return before != null && before.standing().isAwarded();
    }
}
