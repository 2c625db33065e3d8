package org.laurel.enrollment.group.domain;

import org.laurel.kit.domain.Cause;

/** Makes a group. */
public record CreateGroup(String name, String description, Cause cause) {}
