package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.outbound.domain.Author;
import org.laurel.bridge.outbound.domain.SendingRule;
import org.laurel.bridge.outbound.domain.StateFact;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.reconcile.Reconciliation;

/** What is sent, as the settings and the registry allow. */
@Singleton
public class SendingSettings {

    private final SendingRule rule;
    private final ToldKinds kinds;

    SendingSettings(
            @ConfigProperty(name = "laurel.openedx.origin") String origin,
            @ConfigProperty(name = "laurel.openedx.send-consequences") boolean sendsConsequences,
            ToldKinds kinds) {
        this.rule = new SendingRule(origin, sendsConsequences);
        this.kinds = kinds;
    }

    /** Who is behind a fact. Telling again starts a chain of causes of its own, which says nothing about whose the fact was. */
    Author author(Cause cause) {
        return Reconciliation.isCorrelation(cause.correlationId()) ? Author.UNKNOWN : rule.author(cause);
    }

    /**
     * Whether the site is told of a fact, now or later.
     *
     * @param author who made the state what it is
     */
    boolean sends(StateFact fact, Author author) {
        return sends(fact.subject().kind(), author, author(fact.cause()));
    }

    /** Whether the site is told of a state of a kind, as far as what led to the fact tells. */
    public boolean sends(Subject.Kind kind, Cause cause) {
        Author teller = author(cause);
        return sends(kind, teller, teller);
    }

    private boolean sends(Subject.Kind kind, Author author, Author teller) {
        return kinds.isToldOrWaits(kind)
                && (kind == Subject.Kind.ENROLLMENT
                        ? rule.sendsEnrollment(author, teller)
                        : rule.sendsDecision(author));
    }
}
