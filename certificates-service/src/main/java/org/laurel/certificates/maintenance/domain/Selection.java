package org.laurel.certificates.maintenance.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of course runs or learners, or those that were modified or whose issue date staff have set or taken back in a
 * range of time. What is null does not narrow it down. Source: certificates, management commands.
 *
 * @param start the first moment
 * @param end the last moment
 */
public record Selection(
        @Nullable List<String> courseKeys,
        @Nullable List<String> learnerIds,
        @Nullable Instant start,
        @Nullable Instant end) {

    /** Whether nothing narrows it down: all certificates of the deployment, which nobody means. */
    public boolean isEverything() {
        return isEmpty(courseKeys) && isEmpty(learnerIds) && start == null && end == null;
    }

    private static boolean isEmpty(@Nullable List<String> list) {
        return list == null || list.isEmpty();
    }
}
