package org.laurel.programs.credential.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * What becomes of a course credential. While credentials are switched off, awards wait and everything else takes effect. What
 * waits counts for the completion of programs, whose awards wait as well, so that nothing is lost.
 *
 * @param saved the change of the credential, null when there is none
 * @param counted the change as it bears on programs, null when there is none
 * @param waiting the standing that waits, null when none does
 * @param released whether one that waited does no longer
 */
public record CourseOutcome(
        @Nullable CourseChange saved,
        @Nullable CourseChange counted,
        @Nullable CourseStanding waiting,
        boolean released) {

    /**
     * Decides.
     *
     * @param position what is stored
     * @param now what all facts amount to, null when they amount to nothing
     * @param enabled whether credentials are switched on
     * @param newUuid the public id of a credential that has none yet
     */
    public static CourseOutcome decide(
            CaseKey key, Position position, @Nullable CourseStanding now, boolean enabled, UUID newUuid, Cause cause) {
        CourseCredential stored = position.stored();
        Optional<CourseChange> counted = CourseChange.decide(key, position.counted(key, newUuid), now, newUuid, cause);
        boolean isAwarded = stored != null && stored.standing().isAwarded();
        if (now != null && now.isAwarded() && !isAwarded && !enabled && now.basis() != Basis.STAFF) {
            return new CourseOutcome(null, counted.orElse(null), now, false);
        }
        Optional<CourseChange> saved = CourseChange.decide(key, stored, now, newUuid, cause);
        return new CourseOutcome(saved.orElse(null), counted.orElse(null), null, position.waiting() != null);
    }

    /** What is stored of a course credential: itself, and an award that waits. */
    public record Position(
            @Nullable CourseCredential stored, @Nullable CourseStanding waiting) {

        /** Whether facts that amount to this leave everything as it is. */
        public boolean isAt(@Nullable CourseStanding now) {
            CourseStanding standing = stored == null ? null : stored.standing();
            return waiting == null && (now == null ? standing == null : now.equals(standing));
        }

        private @Nullable CourseCredential counted(CaseKey key, UUID newUuid) {
            if (waiting == null) {
                return stored;
            }
            return stored == null
                    ? new CourseCredential(key, newUuid, waiting.firstAwardedAt(), waiting, 0)
                    : new CourseCredential(key, stored.uuid(), stored.createdAt(), waiting, stored.version());
        }
    }
}
