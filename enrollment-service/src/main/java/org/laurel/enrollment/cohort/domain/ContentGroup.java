package org.laurel.enrollment.cohort.domain;

/** The group of a user partition whose content the members of a cohort see; both are the course's own numbers. */
public record ContentGroup(long partitionId, long groupId) {}
