package org.laurel.enrollment.registration.domain;

import java.util.List;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.events.key.LearnerId;

/**
 * Somebody wants to become a learner.
 *
 * @param id the id that the learner will have
 * @param profile what the learner says of themselves right away
 */
public record SignUp(LearnerId id, String username, String email, String name, List<ProfileAmendment> profile) {

    public SignUp {
        profile = List.copyOf(profile);
    }
}
