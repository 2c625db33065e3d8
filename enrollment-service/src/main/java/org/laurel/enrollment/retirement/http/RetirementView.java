package org.laurel.enrollment.retirement.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;

/**
 * Where a retirement stands.
 *
 * @param stage how far it has come, in lower case: one of {@link org.laurel.enrollment.retirement.domain.Stage}
 * @param currentState as drivers name it
 * @param dueAt when the cooling-off ends
 * @param services who has to report that the learner is erased, and when each has
 * @param topicsForgetAt when no topic holds what was published before, null before the learner is retired
 */
record RetirementView(
        long id,
        String learnerId,
        String stage,
        String currentState,
        String lastState,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant retiredAt,
        List<Report> services,
        @Nullable Instant topicsForgetAt,
        @Nullable Instant completedAt) {

    /** @param reportedAt null as long as the service has not reported */
    record Report(String service, @Nullable Instant reportedAt) {}

    static RetirementView of(LearnerRetirement retirement, Map<String, Instant> reports, RetirementPolicy policy) {
        return new RetirementView(
                retirement.id(),
                retirement.learnerId().value(),
                policy.stage(retirement, reports).code(),
                retirement.state(),
                retirement.lastState(),
                retirement.requestedAt(),
                retirement.dueAt(),
                retirement.cancelledAt(),
                retirement.retiredAt(),
                retirement.retiredAt() == null
                        ? List.of()
                        : policy.services().stream()
                                .map(service -> new Report(service, reports.get(service)))
                                .toList(),
                policy.forgottenAt(retirement).orElse(null),
                retirement.completedAt());
    }
}
