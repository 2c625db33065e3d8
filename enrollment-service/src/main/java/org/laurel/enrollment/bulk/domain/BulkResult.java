package org.laurel.enrollment.bulk.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.audit.domain.StateTransition;

/**
 * What became of an item.
 *
 * @param outcome {@code enrolled}, {@code unenrolled}, {@code allowed}, {@code unchanged}, or why it was refused
 * @param before how the person stood, null for an item that was refused
 * @param after how the person stands now, null for an item that was refused
 */
public record BulkResult(
        BulkItem item,
        String outcome,
        @Nullable Standing before,
        @Nullable Standing after) {

    /** Nobody is named so, and no email address looks like it. */
    public static final String INVALID_IDENTIFIER = "invalid_identifier";

    /** No course key. */
    public static final String INVALID_COURSE_KEY = "invalid_course_key";

    /** The account is not active and has no email address that could be allowed. */
    public static final String LEARNER_INACTIVE = "learner_inactive";

    /** The item makes the request fail; others are not touched by that. */
    public static final String FAILED = "failed";

    private static final String UNCHANGED = "unchanged";

    /** An item that was refused. */
    public static BulkResult refused(BulkItem item, String reason) {
        return new BulkResult(item, reason, null, null);
    }

    /** An item that was done. */
    public static BulkResult done(BulkItem item, Standing before, Standing after) {
        String outcome = before.equals(after) ? UNCHANGED : after.state().word();
        return new BulkResult(item, outcome, before, after);
    }

    /** What it means for the audit, null for an item that was refused. */
    public @Nullable StateTransition transition() {
        return before == null || after == null ? null : StateTransition.of(before.state(), after.state());
    }
}
