package org.laurel.stack.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who does what in a demo, from which follows what must come out.
 *
 * @param attempts what the learners do first
 * @param lapses attempts of before that end with a failing grade after all
 */
record Script(RunId run, List<Learner> learners, Program program, List<Attempt> attempts, List<Attempt> lapses) {

    Script {
        learners = List.copyOf(learners);
        attempts = List.copyOf(attempts);
        lapses = List.copyOf(lapses);
    }

    List<CourseRun> courses() {
        return program.courses();
    }

    /** The attempts that earn a certificate, as long as nobody lapses. */
    List<Attempt> certificates() {
        return attempts.stream().filter(Attempt::earnsCertificate).toList();
    }

    /** Those who earn a certificate in every course of the program, as long as nobody lapses. */
    List<Learner> graduates() {
        Map<Learner, Long> earned =
                certificates().stream().collect(Collectors.groupingBy(Attempt::learner, Collectors.counting()));
        return learners.stream()
                .filter(learner -> earned.getOrDefault(learner, 0L) == courses().size())
                .toList();
    }

    boolean isGraduate(Learner learner) {
        return graduates().contains(learner);
    }

    boolean lapses(Learner learner) {
        return lapses.stream().anyMatch(lapse -> lapse.learner().equals(learner));
    }
}
