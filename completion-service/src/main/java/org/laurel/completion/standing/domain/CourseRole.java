package org.laurel.completion.standing.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * Whether a person has a role, as enrollment-service told us.
 *
 * @param courseKey the course run, null when the role holds in all course runs of the organisation
 * @param version of this person's role there; the highest wins, whatever the time
 */
public record CourseRole(
        LearnerId learnerId, @Nullable CourseKey courseKey, String org, String role, boolean member, long version) {}
