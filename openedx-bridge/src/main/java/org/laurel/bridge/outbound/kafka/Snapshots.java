package org.laurel.bridge.outbound.kafka;

import java.time.Instant;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;

/** Reads who a learner is from events about something else. */
final class Snapshots {

    private Snapshots() {}

    /** @param at business time of the event */
    static Person person(LearnerSnapshot snapshot, Instant at) {
        return new Person(
                        new LearnerId(snapshot.learnerId()),
                        snapshot.username(),
                        snapshot.email(),
                        snapshot.name(),
                        snapshot.isActive(),
                        Person.UNVERSIONED,
                        at)
                .as(snapshot.version(), snapshot.changedAt());
    }
}
