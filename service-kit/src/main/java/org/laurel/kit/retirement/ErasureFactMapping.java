package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.events.EventCatalogue;
import org.laurel.events.erasure.LearnerErased;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps an erasure to {@code learner.erased}. */
@ApplicationScoped
class ErasureFactMapping implements FactMapping<PersonErased> {

    private final String service;

    ErasureFactMapping(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    @Override
    public Class<PersonErased> covers() {
        return PersonErased.class;
    }

    @Override
    public OutgoingEvent map(PersonErased fact) {
        return OutgoingEvent.of(
                EventCatalogue.LEARNER_ERASED,
                new LearnerErased(fact.learnerId().value(), service, fact.erasedAt()));
    }
}
