package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.enrollment.retirement.domain.RetirementStates;

/** Reads how this deployment retires learners; a list of states that makes no sense fails the start. */
@Singleton
class RetirementSettings {

    @Produces
    @Singleton
    RetirementPolicy policy(
            @ConfigProperty(name = "laurel.retirement.cooling-off") Duration coolingOff,
            @ConfigProperty(name = "laurel.retirement.automatic") boolean automatic,
            @ConfigProperty(name = "laurel.retirement.services") List<String> services,
            @ConfigProperty(name = "laurel.retirement.topic-memory") Duration topicMemory,
            @ConfigProperty(name = "laurel.retirement.states") List<String> states) {
        return new RetirementPolicy(coolingOff, automatic, services, topicMemory, new RetirementStates(states));
    }
}
