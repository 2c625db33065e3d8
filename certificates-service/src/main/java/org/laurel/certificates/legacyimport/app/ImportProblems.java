package org.laurel.certificates.legacyimport.app;

import org.laurel.kit.problem.ProblemException;

/** Answers that several operations on imports give. */
final class ImportProblems {

    private ImportProblems() {}

    static ProblemException unknown(long id) {
        return ProblemException.notFound("import_not_found", "There is no import " + id + ".");
    }
}
