package org.laurel.enrollment.group.domain;

/**
 * A group of learners across course runs.
 *
 * @param name 1 to 32 characters, unique
 */
public record UserGroup(long id, String name, String description) {}
