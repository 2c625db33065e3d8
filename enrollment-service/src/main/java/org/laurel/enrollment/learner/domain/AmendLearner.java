package org.laurel.enrollment.learner.domain;

import java.util.List;
import java.util.stream.Stream;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Change parts of what is known of a learner and leave the rest as it is. All amendments take hold, or none.
 *
 * @param amendments applied in order
 */
public record AmendLearner(LearnerId id, List<Amendment> amendments, BusinessTime time, Cause cause)
        implements LearnerCommand {

    public AmendLearner {
        amendments = List.copyOf(amendments);
    }

    @Override
    public Stream<String> usernames() {
        return amendments.stream()
                .filter(Amendment.Username.class::isInstance)
                .map(amendment -> ((Amendment.Username) amendment).value());
    }

    @Override
    public Stream<String> emails() {
        return amendments.stream()
                .filter(Amendment.Email.class::isInstance)
                .map(amendment -> ((Amendment.Email) amendment).value());
    }
}
