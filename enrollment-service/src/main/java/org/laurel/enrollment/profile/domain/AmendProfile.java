package org.laurel.enrollment.profile.domain;

import java.util.List;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Change parts of a known learner's profile and leave the rest as it is. All amendments take hold, or none.
 *
 * @param amendments applied in order
 */
public record AmendProfile(LearnerId learnerId, List<ProfileAmendment> amendments, Cause cause) {

    public AmendProfile {
        amendments = List.copyOf(amendments);
    }
}
