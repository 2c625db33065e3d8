package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.outbound.domain.Author;
import org.laurel.bridge.outbound.domain.SendingRule;
import org.laurel.bridge.outbound.domain.StateFact;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.reconcile.Reconciliation;

/** What is sent, as the settings say. */
@Singleton
class SendingSettings {

    private final SendingRule rule;
    private final TopicChoice topics;

    SendingSettings(
            @ConfigProperty(name = "laurel.openedx.origin") String origin,
            @ConfigProperty(name = "laurel.openedx.send-consequences") boolean sendsConsequences,
            TopicChoice topics) {
        this.rule = new SendingRule(origin, sendsConsequences);
        this.topics = topics;
    }

    /** Who is behind a fact. Telling again starts a chain of causes of its own, which says nothing about whose the fact was. */
    Author author(Cause cause) {
        return Reconciliation.isCorrelation(cause.correlationId()) ? Author.UNKNOWN : rule.author(cause);
    }

    /** Whether the site is told of a state that this author made what it is. */
    boolean sends(StateFact fact, Author author) {
        return switch (fact.subject().kind()) {
            case CERTIFICATE -> topics.chosen().certificates().isPresent() && rule.sendsDecision(author);
            case ENROLLMENT -> topics.chosen().enrollments().isPresent() && rule.sendsEnrollment(author);
            case PROGRAM -> topics.chosen().programs().isPresent() && rule.sendsDecision(author);
        };
    }
}
