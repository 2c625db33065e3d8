package org.laurel.enrollment.account.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * A known learner changes parts of their account. All of it takes hold, or nothing.
 *
 * @param name null to leave it as it is
 * @param email the address that is to be asked for confirmation, null for none
 */
public record ChangeAccount(
        LearnerId learnerId,
        @Nullable String name,
        @Nullable String email,
        List<ProfileAmendment> profile,
        Cause cause) {

    public ChangeAccount {
        profile = List.copyOf(profile);
    }
}
