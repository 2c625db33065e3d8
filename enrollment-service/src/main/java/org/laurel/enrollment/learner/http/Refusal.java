package org.laurel.enrollment.learner.http;

import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Answers a request that an {@link Objection} stands against. */
public final class Refusal {

    private Refusal() {}

    /** 409 when how things stand is in the way, 400 when a value is unfit. */
    public static ProblemException of(Objection objection) {
        return new ProblemException(Problem.of(objection.isClash() ? 409 : 400, objection.code(), objection.detail()));
    }
}
