package org.laurel.stack.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;

/** Compares what became of every learner of a crowd with what had to. May be used by many threads at once. */
final class CrowdCheck {
    private final Script script;
    private final Outcomes outcomes;
    private final Tally tally;
    private final Map<Learner, List<Attempt>> attempts;
    private final Set<Learner> graduates;
    private final Set<Attempt> lapsed;
    private final Set<Learner> lapsedLearners;
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();

    CrowdCheck(Script script, Outcomes outcomes, Tally tally) {
        this.script = script;
        this.outcomes = outcomes;
        this.tally = tally;
        this.attempts = script.attempts().stream().collect(Collectors.groupingBy(Attempt::learner));
        this.graduates = new HashSet<>(script.graduates());
        this.lapsedLearners = script.lapses().stream().map(Attempt::learner).collect(Collectors.toSet());
        this.lapsed = script.attempts().stream()
                .filter(attempt -> lapsedLearners.contains(attempt.learner())
                        && attempt.course().equals(script.courses().getFirst()))
                .collect(Collectors.toSet());
    }

    /** Compares certificates, program credential and completion of one learner. */
    void learner(Learner learner) {
        List<Attempt> own = attempts.getOrDefault(learner, List.of());
        compare(
                learner.username() + ", certificates",
                own.stream()
                        .filter(attempt -> attempt.earnsCertificate() && !lapsed.contains(attempt))
                        .map(attempt -> attempt.course().key())
                        .sorted()
                        .toList()
                        .toString(),
                outcomes.certifiedCourses(learner).stream().sorted().toList().toString());
        own.stream()
                .filter(attempt -> attempt.completed() > 0)
                .forEach(attempt -> compare(
                        learner.username() + ", completion of "
                                + attempt.course().title(),
                        Double.toString(attempt.percent()),
                        outcomes.percent(learner, attempt.course())
                                .map(Object::toString)
                                .orElse("none")));
        compare(
                learner.username() + ", program credential",
                programCredential(learner),
                outcomes.programCredentialStatus(learner, script.program()));
    }

    /** Compares how many events of each type were published. */
    void totals() {
        total(EventCatalogue.ENROLLMENT_CHANGED, script.attempts().size());
        total(EventCatalogue.COURSE_CERT_AWARDED, script.certificates().size());
        total(EventCatalogue.COURSE_CERT_REVOKED, lapsed.size());
        total(EventCatalogue.COURSE_CREDENTIAL_AWARDED, script.certificates().size());
        total(EventCatalogue.COURSE_CREDENTIAL_REVOKED, lapsed.size());
        total(EventCatalogue.PROGRAM_CREDENTIAL_AWARDED, graduates.size());
        total(EventCatalogue.PROGRAM_CREDENTIAL_REVOKED, lapsedLearners.size());
        compare("facts published under two ids", "0", Long.toString(tally.doubled()));
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    private String programCredential(Learner learner) {
        if (lapsedLearners.contains(learner)) {
            return "revoked";
        }
        return graduates.contains(learner) ? "awarded" : "none";
    }

    private void total(EventType<?> type, int expected) {
        compare("events of type " + type.name(), Integer.toString(expected), Integer.toString(tally.count(type)));
    }

    private void compare(String what, String expected, String found) {
        if (!expected.equals(found)) {
            differences.add(what + " is " + found + " and not " + expected);
        }
    }
}
