package org.laurel.enrollment.learner.domain;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Create a learner or replace the account.
 *
 * @param allowCertificate whether certificates may be granted, null to leave it as it is
 */
public record SubmitLearner(
        LearnerId id, Account account, @Nullable Boolean allowCertificate, BusinessTime time, Cause cause)
        implements LearnerCommand {

    @Override
    public Stream<String> usernames() {
        return Stream.of(account.username());
    }

    @Override
    public Stream<String> emails() {
        return Stream.of(account.email());
    }
}
