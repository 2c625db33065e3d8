package org.laurel.bridge.outbound.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.bridge.person.db.People;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Takes in who learners are, and sends what waited for that. */
@ApplicationScoped
public class Meeting {

    private final KeyLocks locks;
    private final People people;
    private final DuePrograms due;
    private final Outbox outbox;

    Meeting(KeyLocks locks, People people, DuePrograms due, Outbox outbox) {
        this.locks = locks;
        this.people = people;
        this.due = due;
        this.outbox = outbox;
    }

    /** Takes the snapshots in; their order and repetition make no difference to what is known. */
    @Transactional
    public void apply(List<Person> snapshots) {
        List<LearnerId> learners = snapshots.stream().map(Person::id).distinct().toList();
        locks.lock(learners.stream().map(LearnerId::value).toList());
        people.save(snapshots);
        outbox.append(due.takeIfSent(learners));
    }
}
