package org.laurel.bridge.outbound.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.ProgramNotice;
import org.laurel.bridge.outbound.domain.Subject;
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
    private final WaitingPrograms waiting;
    private final Outbox outbox;
    private final ToldKinds kinds;

    Meeting(KeyLocks locks, People people, WaitingPrograms waiting, Outbox outbox, ToldKinds kinds) {
        this.locks = locks;
        this.people = people;
        this.waiting = waiting;
        this.outbox = outbox;
        this.kinds = kinds;
    }

    /** Takes the snapshots in; their order and repetition make no difference to what is known. */
    @Transactional
    public void apply(List<Person> snapshots) {
        List<LearnerId> learners = snapshots.stream().map(Person::id).distinct().toList();
        locks.lock(learners.stream().map(LearnerId::value).toList());
        people.save(snapshots);
        if (kinds.isRefused(Subject.Kind.PROGRAM)) {
            return; // what waits goes on waiting
        }
        List<ProgramNotice> notices = waiting.take(learners);
        if (!notices.isEmpty() && kinds.isTold(Subject.Kind.PROGRAM)) {
            Map<LearnerId, Person> known = people.find(learners);
            outbox.append(notices.stream()
                    .map(notice -> new OpenEdxFact.ProgramTold(notice, of(known, notice.learnerId())))
                    .toList());
        }
    }

    private static Person of(Map<LearnerId, Person> known, LearnerId learner) {
        Person person = known.get(learner);
        if (person == null) {
            throw new IllegalStateException("the snapshot was just saved");
        }
        return person;
    }
}
