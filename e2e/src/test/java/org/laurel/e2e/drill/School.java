package org.laurel.e2e.drill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;
import org.laurel.stack.demo.Program;
import org.laurel.stack.demo.RunId;
import org.laurel.stack.event.OutgoingEvent;

/**
 * Learners of one course run, which alone makes a program: each enrolls, leaves and comes back more than once, completes a block and passes; then every
 * fifth fails after all, and the others improve their grade, which changes nothing. Each change of an enrollment is an event,
 * so that there is an order to lose under each key.
 */
record School(RunId run, CourseRun course, Program program, List<Learner> learners) {
    /** Changes of each enrollment; the last leaves it active, as every other one. */
    static final int ENROLLMENT_CHANGES = 5;
    /** Events about each learner. */
    static final int EVENTS_PER_LEARNER = ENROLLMENT_CHANGES + 3;

    private static final int FAILING = 5;

    /** A course run and a program that all services know by now, and this many learners. */
    static School open(Ground ground, String title, int learners) {
        RunId run = RunId.next();
        CourseRun course = CourseRun.of(run, title);
        ground.registration().course(course);
        Program program = Program.of(title, List.of(course));
        ground.registration().program(program);
        ground.settle();
        return new School(
                run,
                course,
                program,
                IntStream.range(0, learners)
                        .mapToObj(number -> Learner.of(run, "l" + number, "Learner " + number))
                        .toList());
    }

    /** The same with the first of its learners alone. */
    School first(int number) {
        return new School(run, course, program, learners.subList(0, number));
    }

    /** What the ids of its learners begin with, and of no others. */
    String prefix() {
        return Learner.of(run, "", "").id();
    }

    /** The keys of the other events that belong to it. */
    Set<String> otherKeys() {
        return Set.of(course.key(), program.uuid());
    }

    /** Whether events under this key belong to it. */
    boolean has(String key) {
        return key.startsWith(prefix()) || otherKeys().contains(key);
    }

    /** Whether the learner of this number ends without a certificate. */
    boolean fails(int number) {
        return number % FAILING == 0;
    }

    /** How many learners end with a certificate. */
    long passing() {
        return IntStream.range(0, learners.size())
                .filter(number -> !fails(number))
                .count();
    }

    /** What is told of learners, all of them step by step. */
    List<OutgoingEvent> events(int from, int to) {
        return Stream.concat(untilPassed(from, to).stream(), afterPassing(from, to).stream())
                .toList();
    }

    /** The part of the learners that is this one of so many equal ones, until they have passed. */
    List<OutgoingEvent> beginnings(int number, int of) {
        return untilPassed(from(number, of), from(number + 1, of));
    }

    /** How it ends with the same learners. Told some time later, it finds their certificates granted. */
    List<OutgoingEvent> endings(int number, int of) {
        return afterPassing(from(number, of), from(number + 1, of));
    }

    private List<OutgoingEvent> untilPassed(int from, int to) {
        List<OutgoingEvent> events = new ArrayList<>();
        for (int change = 0; change < ENROLLMENT_CHANGES; change++) {
            boolean active = change % 2 == 0;
            attempts(from, to, "0.8")
                    .map(attempt -> PlatformFacts.enrollment(attempt, active))
                    .forEach(events::add);
        }
        attempts(from, to, "0.8").flatMap(PlatformFacts::completions).forEach(events::add);
        attempts(from, to, "0.8").map(PlatformFacts::passingStatus).forEach(events::add);
        return events;
    }

    private List<OutgoingEvent> afterPassing(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> fails(number)
                        ? attempt(number, "0.9").failingWith(new BigDecimal("0.3"))
                        : attempt(number, "0.9"))
                .map(PlatformFacts::passingStatus)
                .toList();
    }

    private int from(int number, int of) {
        return (int) ((long) learners.size() * number / of);
    }

    private Stream<Attempt> attempts(int from, int to, String grade) {
        return IntStream.range(from, to).mapToObj(number -> attempt(number, grade));
    }

    private Attempt attempt(int number, String grade) {
        return new Attempt(learners.get(number), course, Attempt.VERIFIED, 1, true, new BigDecimal(grade));
    }
}
