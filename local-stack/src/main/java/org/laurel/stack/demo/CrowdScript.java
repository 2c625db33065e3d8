package org.laurel.stack.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many learners in two courses. Of every ten, by the last digit of their number: 0 audits and passes both; 1 passes one
 * course only; 2 passes both and fails the first after all; the others pass both. All complete the first course, but
 * every fourth only half of it.
 */
final class CrowdScript {
    private static final BigDecimal PASS = new BigDecimal("0.85");
    private static final BigDecimal FAIL = new BigDecimal("0.35");

    private CrowdScript() {}

    static Script of(RunId run, int size) {
        CourseRun first = CourseRun.of(run, "Astronomy");
        CourseRun second = CourseRun.of(run, "Biology");
        List<Learner> learners = IntStream.range(0, size)
                .mapToObj(number ->
                        Learner.of(run, String.format(Locale.ROOT, "l%06d", number), "Learner Number " + number))
                .toList();
        List<Attempt> attempts = IntStream.range(0, size)
                .boxed()
                .flatMap(number -> attempts(number, learners.get(number), first, second))
                .toList();
        List<Attempt> lapses = IntStream.range(0, size)
                .filter(number -> number % 10 == 2)
                .mapToObj(number -> attempts.get(2 * number).failingWith(FAIL))
                .toList();
        return new Script(run, learners, Program.of("The Living Sky", List.of(first, second)), attempts, lapses);
    }

    private static Stream<Attempt> attempts(int number, Learner learner, CourseRun first, CourseRun second) {
        String mode = number % 10 == 0 ? Attempt.AUDIT : Attempt.VERIFIED;
        int blocks = first.leaves().size();
        int completed = number % 4 == 3 ? blocks / 2 : blocks;
        boolean both = number % 10 != 1;
        return Stream.of(
                new Attempt(learner, first, mode, completed, true, PASS),
                new Attempt(learner, second, mode, 0, both, both ? PASS : FAIL));
    }
}
