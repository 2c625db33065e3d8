package org.laurel.enrollment.profile.domain;

import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Gives a learner another profile.
 *
 * @param withMemories whether the profile's former names and addresses hold too; those of clients do not, this service
 *     remembers by itself
 */
public record ReplaceProfile(LearnerId learnerId, Profile profile, boolean withMemories, Cause cause) {

    /** The command with the profile that is to hold instead of the one before. */
    public ReplaceProfile over(Profile before) {
        return new ReplaceProfile(learnerId, withMemories ? profile : profile.remembering(before), withMemories, cause);
    }
}
