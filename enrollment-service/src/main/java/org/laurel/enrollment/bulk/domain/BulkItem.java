package org.laurel.enrollment.bulk.domain;

import org.jspecify.annotations.Nullable;

/**
 * One person and one course run, as they were written.
 *
 * @param identifier an email address or a username
 * @param courseId a course key, if it is one
 * @param mode overrides that of the order, null for none
 */
public record BulkItem(
        String identifier, String courseId, @Nullable String mode) {}
