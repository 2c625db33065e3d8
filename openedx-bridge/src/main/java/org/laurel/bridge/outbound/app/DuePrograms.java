package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.outbound.db.HeardStates;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.Heard;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.ProgramNotice;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.bridge.person.db.People;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.LearnerId;

/** Credentials of programs that waited until somebody told who their learners are, or until the registry took their schemas. */
@Singleton
class DuePrograms {

    private final WaitingPrograms waiting;
    private final HeardStates states;
    private final People people;
    private final ToldKinds kinds;

    DuePrograms(WaitingPrograms waiting, HeardStates states, People people, ToldKinds kinds) {
        this.waiting = waiting;
        this.states = states;
        this.people = people;
        this.kinds = kinds;
    }

    /** Whether anything is sent now; as long as it is not, all of it goes on waiting. */
    boolean isSent() {
        return kinds.isTold(Subject.Kind.PROGRAM);
    }

    /**
     * Takes out what waits for learners if anything is sent now.
     *
     * @param learners who are known, with their locks held by the caller
     */
    List<OpenEdxFact.ProgramTold> takeIfSent(Collection<LearnerId> learners) {
        return isSent() ? take(learners) : List.of();
    }

    /**
     * Takes out what waits for learners, in the order in which it happened, and lets go of what is overtaken: while the kind had
     * no topic, newer facts were heard and not told.
     *
     * @param learners as for {@link #takeIfSent}
     */
    List<OpenEdxFact.ProgramTold> take(Collection<LearnerId> learners) {
        if (learners.isEmpty()) {
            return List.of();
        }
        List<ProgramNotice> taken = waiting.take(learners);
        if (taken.isEmpty()) {
            return List.of();
        }
        Map<Subject, Heard> heard = states.find(
                taken.stream().map(ProgramNotice::subject).distinct().toList());
        Map<Subject, Long> newest =
                taken.stream().collect(Collectors.toMap(ProgramNotice::subject, ProgramNotice::version, Long::max));
        Map<LearnerId, Person> known = people.find(learners);
        return taken.stream()
                .filter(notice -> !isOvertaken(
                        newest.getOrDefault(notice.subject(), notice.version()), heard.get(notice.subject())))
                .map(notice -> new OpenEdxFact.ProgramTold(notice, of(known, notice.learnerId())))
                .toList();
    }

    /** @param newest version of the credential that waited */
    private static boolean isOvertaken(long newest, @Nullable Heard heard) {
        return heard != null && heard.version() > newest;
    }

    private static Person of(Map<LearnerId, Person> known, LearnerId learner) {
        Person person = known.get(learner);
        if (person == null) {
            throw new IllegalStateException("only what waits for known learners may be taken");
        }
        return person;
    }
}
