package org.laurel.programs.credential.http;

import java.util.List;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.credential.domain.Posted;

/** A request, or one item of a bulk request, that cannot be followed: 400 with a code and the member that stands in the way. */
final class Unreadable extends ProblemException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String field;
    private final String detail;

    Unreadable(String code, String field, String detail) {
        super(Problem.of(400, code, detail, List.of(new Violation(field, detail))));
        this.code = code;
        this.field = field;
        this.detail = detail;
    }

    Unreadable(Posted.Refused refusal) {
        this(refusal.code(), refusal.field(), refusal.detail());
    }

    /** The same as the result of an item. */
    Posted.Refused refusal() {
        return new Posted.Refused(code, field, detail);
    }
}
