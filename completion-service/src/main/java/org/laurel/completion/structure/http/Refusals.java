package org.laurel.completion.structure.http;

import java.util.List;
import org.laurel.completion.structure.domain.Violation;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Answers about what breaks rules. */
final class Refusals {

    private Refusals() {}

    /** 400 for a structure, naming the members. */
    static ProblemException structure(List<Violation> violations) {
        return of("invalid_structure", "The structure breaks rules.", violations);
    }

    /** 400, naming the members. */
    static ProblemException of(String code, String detail, List<Violation> violations) {
        return new ProblemException(Problem.of(
                400,
                code,
                detail,
                violations.stream()
                        .map(violation -> new Problem.Violation(violation.field(), violation.message()))
                        .toList()));
    }
}
