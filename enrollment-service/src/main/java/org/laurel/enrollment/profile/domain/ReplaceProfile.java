package org.laurel.enrollment.profile.domain;

import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Replace the whole profile of a known learner. */
public record ReplaceProfile(LearnerId learnerId, Profile profile, Cause cause) {}
