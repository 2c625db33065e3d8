package org.laurel.stack.demo;

import java.math.BigDecimal;
import java.util.List;

/** Four learners, two courses, one program: small enough to follow every event. */
final class SmallScript {
    private SmallScript() {}

    /**
     * The script of a run: Ada passes both courses; Ben passes one; Carl passes one without having paid for a
     * certificate; Dora passes both and fails one of them after all.
     */
    static Script of(RunId run) {
        CourseRun algebra = CourseRun.of(run, "Algebra");
        CourseRun botany = CourseRun.of(run, "Botany");
        Learner ada = Learner.of(run, "ada", "Ada Lovelace");
        Learner ben = Learner.of(run, "ben", "Ben Banneker");
        Learner carl = Learner.of(run, "carl", "Carl von Linné");
        Learner dora = Learner.of(run, "dora", "Dora Puente");
        Attempt doraInAlgebra = new Attempt(dora, algebra, Attempt.VERIFIED, 3, true, grade("0.71"));
        return new Script(
                run,
                List.of(ada, ben, carl, dora),
                Program.of("Foundations of Science", List.of(algebra, botany)),
                List.of(
                        new Attempt(ada, algebra, Attempt.VERIFIED, 4, true, grade("0.93")),
                        new Attempt(ada, botany, Attempt.VERIFIED, 4, true, grade("0.88")),
                        new Attempt(ben, algebra, Attempt.VERIFIED, 4, true, grade("0.81")),
                        new Attempt(ben, botany, Attempt.VERIFIED, 2, false, grade("0.42")),
                        new Attempt(carl, algebra, Attempt.AUDIT, 3, true, grade("0.77")),
                        doraInAlgebra,
                        new Attempt(dora, botany, Attempt.VERIFIED, 4, true, grade("0.95"))),
                List.of(doraInAlgebra.failingWith(grade("0.48"))));
    }

    private static BigDecimal grade(String text) {
        return new BigDecimal(text);
    }
}
