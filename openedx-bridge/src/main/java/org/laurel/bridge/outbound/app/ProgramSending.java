package org.laurel.bridge.outbound.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.ProgramNotice;
import org.laurel.bridge.person.db.People;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.ExpectedRefusal;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Sends what happened to credentials of programs; what is about a learner who is not known yet waits. */
@ApplicationScoped
public class ProgramSending {

    private final KeyLocks locks;
    private final Hearing hearing;
    private final People people;
    private final WaitingPrograms waiting;
    private final DuePrograms due;
    private final Outbox outbox;

    ProgramSending(
            KeyLocks locks, Hearing hearing, People people, WaitingPrograms waiting, DuePrograms due, Outbox outbox) {
        this.locks = locks;
        this.hearing = hearing;
        this.people = people;
        this.waiting = waiting;
        this.due = due;
        this.outbox = outbox;
    }

    /**
     * Sends the notices, except those that are withheld, overtaken or heard before; those whose learners nobody knows yet, and all
     * while the registry refuses the schemas, wait. What waits for learners who are known goes first: consumers take what comes
     * last for true.
     *
     * @throws ExpectedRefusal when one of the learners cannot be a user of the site: what waits must not be what could never be
     *     sent, or it would hold up all that tells who the learner is
     */
    @Transactional
    public void apply(List<ProgramNotice> notices) {
        List<LearnerId> learners =
                notices.stream().map(ProgramNotice::learnerId).distinct().toList();
        locks.lock(learners.stream().map(LearnerId::value).toList());
        Map<LearnerId, Person> known = people.find(learners);
        boolean isSent = due.isSent();
        // before anything is heard, or what waits would be overtaken by it
        List<OpenEdxFact> facts = new ArrayList<>(isSent ? due.take(known.keySet()) : List.of());
        List<ProgramNotice> early = new ArrayList<>();
        for (Hearing.Telling<ProgramNotice> told : hearing.apply(notices)) {
            Person person = known.get(told.fact().learnerId());
            if (person == null || !isSent) {
                early.add(told.fact());
            } else {
                facts.add(new OpenEdxFact.ProgramTold(told.fact(), person));
            }
        }
        if (!early.isEmpty()) {
            early.forEach(notice -> SiteUser.require(notice.learnerId().value()));
            waiting.keep(early);
        }
        outbox.append(facts);
    }
}
