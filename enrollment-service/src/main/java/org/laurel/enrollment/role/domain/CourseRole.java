package org.laurel.enrollment.role.domain;

import java.time.Instant;

/**
 * Whether a learner has a role.
 *
 * @param isMember false when it was taken away
 * @param version 1 when it is first given, one more with each change
 * @param occurredAt business time of the last change
 */
public record CourseRole(RoleKey key, boolean isMember, long version, Instant occurredAt) {}
