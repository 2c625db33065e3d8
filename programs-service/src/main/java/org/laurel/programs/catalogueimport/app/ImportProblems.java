package org.laurel.programs.catalogueimport.app;

import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Answers that several operations on imports give. */
final class ImportProblems {

    private ImportProblems() {}

    static ProblemException unknown(long id) {
        return ProblemException.notFound("import_not_found", "There is no import " + id + ".");
    }

    static ProblemException conflict(String code, String detail) {
        return new ProblemException(Problem.of(409, code, detail));
    }
}
