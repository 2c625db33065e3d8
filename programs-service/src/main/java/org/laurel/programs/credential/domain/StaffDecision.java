package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What staff, or a trusted system, decided about a credential. While it holds, the credential's status is what it says, whatever
 * certificates, catalogue and settings give; these are kept, and count again from the moment it is taken back. So the order in
 * which certificates and decisions arrive makes no difference.
 *
 * @param status null when the last decision was taken back
 * @param mode for a course run, the mode that is certified where no certificate tells one; null for a program
 * @param at business time of the decision, or of its being taken back
 */
public record StaffDecision(
        @Nullable CredentialStatus status, @Nullable String mode, Instant at) {

    public StaffDecision {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it determines the status. */
    public boolean holds() {
        return status != null;
    }

    /** Whether it makes a credential hold. */
    public boolean awards() {
        return status == CredentialStatus.AWARDED;
    }

    /**
     * Where a course credential stands under a decision.
     *
     * @param automatic what the certificates give, null when none was ever granted
     * @param decision null when there never was one
     * @return null when nothing was ever granted and nothing decided
     */
    public static @Nullable CourseStanding course(
            @Nullable CourseStanding automatic, @Nullable StaffDecision decision) {
        if (decision == null) {
            return automatic;
        }
        return automatic == null ? decision.alone() : decision.over(automatic);
    }

    private CourseStanding alone() {
        return new CourseStanding(
                awards() ? CredentialStatus.AWARDED : CredentialStatus.REVOKED,
                mode == null ? "" : mode,
                null,
                at,
                at,
                at,
                holds() ? Basis.STAFF : Basis.NOTHING);
    }

    private CourseStanding over(CourseStanding automatic) {
        Instant first = awards() ? earlier(automatic.firstAwardedAt(), at) : automatic.firstAwardedAt();
        Instant since = !awards() || automatic.isAwarded() ? automatic.awardedAt() : at;
        return new CourseStanding(
                status == null ? automatic.status() : status,
                automatic.mode(),
                automatic.availableAt(),
                first,
                awards() ? earlier(since, at) : since,
                later(automatic.modifiedAt(), at),
                holds() ? Basis.STAFF : Basis.CERTIFICATE);
    }

    private static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
