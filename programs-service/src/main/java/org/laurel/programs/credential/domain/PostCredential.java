package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * Make a learner's credential, or bring the one that there is to this state.
 *
 * @param username whose; a username that nobody has does not matter where {@code lmsUserId} names a learner
 * @param lmsUserId the learner's id, null when it is not given
 * @param mode the mode of a course run's credential where nothing else tells it; null when it is not given
 * @param attributes values by name; other names stay as they are
 * @param dateOverride the date to show instead of a course credential's own, null to take away what there is; programs have none
 */
public record PostCredential(
        String username,
        @Nullable String lmsUserId,
        CredentialSubject subject,
        @Nullable String mode,
        CredentialStatus status,
        Map<String, String> attributes,
        @Nullable Instant dateOverride,
        Cause cause) {

    public PostCredential {
        attributes = Map.copyOf(attributes);
    }
}
