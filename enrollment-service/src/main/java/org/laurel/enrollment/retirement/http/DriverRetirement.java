package org.laurel.enrollment.retirement.http;

import java.time.Instant;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementStates;

/** A retirement as existing drivers read it. The originals are empty once the learner is retired. */
record DriverRetirement(
        long id,
        User user,
        String originalUsername,
        String originalEmail,
        String originalName,
        String retiredUsername,
        String retiredEmail,
        State currentState,
        State lastState,
        Instant created,
        Instant modified) {

    record User(String id, String username, String email, Profile profile) {}

    record Profile(String id, String name) {}

    record State(int id, String stateName, int stateExecutionOrder) {}

    static DriverRetirement of(LearnerRetirement retirement, RetirementStates states) {
        LearnerRetirement.Original original = retirement.original();
        String id = retirement.learnerId().value();
        boolean open = retirement.isOpen();
        return new DriverRetirement(
                retirement.id(),
                new User(
                        id,
                        open ? original.username() : retirement.retiredUsername(),
                        open ? retirement.retiredEmail() : "",
                        new Profile(id, original.name())),
                original.username(),
                original.email(),
                original.name(),
                retirement.retiredUsername(),
                retirement.retiredEmail(),
                state(retirement.state(), states),
                state(retirement.lastState(), states),
                retirement.requestedAt(),
                retirement.modifiedAt());
    }

    private static State state(String name, RetirementStates states) {
        return new State(states.order(name), name, states.order(name));
    }
}
