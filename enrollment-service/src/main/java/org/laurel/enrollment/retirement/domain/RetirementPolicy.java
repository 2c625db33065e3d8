package org.laurel.enrollment.retirement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How this deployment retires learners.
 *
 * @param coolingOff how long a request may be taken back before it is carried out
 * @param automatic whether that happens by itself, or by calls of an operator's own driver
 * @param services who has to report that a learner is erased
 * @param topicMemory how long topics still hold what was published before: their retention and the span of a segment
 */
public record RetirementPolicy(
        Duration coolingOff, boolean automatic, List<String> services, Duration topicMemory, RetirementStates states) {

    public RetirementPolicy {
        services = List.copyOf(services);
    }

    /** When topics forget the learner, empty before the learner is retired. */
    public Optional<Instant> forgottenAt(LearnerRetirement retirement) {
        return Optional.ofNullable(retirement.retiredAt()).map(retired -> retired.plus(topicMemory));
    }

    /**
     * Whether nothing of the learner is left: everybody has reported and the topics have forgotten.
     *
     * @param reports when each service reported
     */
    public boolean isComplete(LearnerRetirement retirement, Map<String, Instant> reports, Instant now) {
        Instant forgotten = forgottenAt(retirement).orElse(null);
        return forgotten != null && !now.isBefore(forgotten) && isErased(reports);
    }

    /** Where a retirement stands. */
    public Stage stage(LearnerRetirement retirement, @Nullable Map<String, Instant> reports) {
        if (retirement.cancelledAt() != null) {
            return Stage.CANCELLED;
        }
        if (retirement.retiredAt() == null) {
            return states.isDeadEnd(retirement.state()) ? Stage.STOPPED : Stage.PENDING;
        }
        if (retirement.completedAt() != null) {
            return Stage.COMPLETE;
        }
        return isErased(reports == null ? Map.of() : reports) ? Stage.ERASED : Stage.RETIRED;
    }

    private boolean isErased(Map<String, Instant> reports) {
        return reports.keySet().containsAll(services);
    }
}
