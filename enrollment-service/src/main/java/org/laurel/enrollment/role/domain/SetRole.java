package org.laurel.enrollment.role.domain;

import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.kit.domain.Cause;

/**
 * Gives a role or takes it away.
 *
 * @param isMember false to take it away
 */
public record SetRole(RoleKey key, boolean isMember, BusinessTime time, Cause cause) {}
