package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.bridge.person.db.People;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.RetirementFollower;

/** Nobody will tell any more who a retired learner is, so what waits for that is sent with the id alone. */
@Singleton
class RetiredSending implements RetirementFollower {

    private final People people;
    private final WaitingPrograms waiting;
    private final Outbox outbox;
    private final ToldKinds kinds;

    RetiredSending(People people, WaitingPrograms waiting, Outbox outbox, ToldKinds kinds) {
        this.people = people;
        this.waiting = waiting;
        this.outbox = outbox;
        this.kinds = kinds;
    }

    @Override
    public void retired(List<Retire> added) {
        List<LearnerId> learners = added.stream().map(Retire::learnerId).toList();
        Map<LearnerId, Person> known = people.find(learners);
        List<OpenEdxFact> facts = new ArrayList<>();
        waiting.take(learners).forEach(notice -> {
            Person person = known.get(notice.learnerId());
            if (person != null && kinds.isTold(Subject.Kind.PROGRAM)) {
                facts.add(new OpenEdxFact.ProgramTold(notice, person.withoutNames()));
            }
        });
        outbox.append(facts);
    }
}
