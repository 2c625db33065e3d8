package org.laurel.programs.catalogue.app;

import java.util.List;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/** A document that somebody has sent, once it is read. */
public sealed interface Reading<T> {

    /** It says something that can be worked with. */
    record Sound<T>(T value) implements Reading<T> {}

    /** It breaks rules. */
    record Faulty<T>(List<Violation> violations) implements Reading<T> {

        public Faulty {
            violations = List.copyOf(violations);
        }
    }

    /**
     * What it says.
     *
     * @param errorCode the kind of problem, when it breaks rules
     * @throws ProblemException 400 with all that is wrong
     */
    default T orRefuse(String errorCode, String detail) {
        return switch (this) {
            case Sound<T> sound -> sound.value();
            case Faulty<T> faulty ->
                throw new ProblemException(Problem.of(400, errorCode, detail, faulty.violations()));
        };
    }
}
