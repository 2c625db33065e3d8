package org.laurel.certificates.template.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.certificates.template.domain.TemplateOutcome;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/** What is answered when a template cannot be had, saved or rendered. */
final class TemplateRefusals {

    private TemplateRefusals() {}

    static ProblemException notFound() {
        return ProblemException.notFound("template_not_found", "There is no such template.");
    }

    static ProblemException taken(TemplateOutcome.Taken taken) {
        return new ProblemException(Problem.of(
                409,
                "template_exists",
                "Template " + taken.byId()
                        + " has the same organization, course_key, mode and language; change that one."));
    }

    static ProblemException broken(TemplateOutcome.Broken broken) {
        return broken(400, broken.reason(), broken.line(), broken.column());
    }

    /** A template that cannot be rendered is the author's to mend; a busy service is not. */
    static ProblemException failed(RenderFailure failure) {
        return failure.isPassing()
                ? new ProblemException(Problem.of(503, "rendering_unavailable", failure.reason()), 5)
                : broken(422, failure.reason(), failure.line(), failure.column());
    }

    private static ProblemException broken(
            int status, String reason, @Nullable Integer line, @Nullable Integer column) {
        String place = line == null ? "" : "Line " + line + ", column " + column + ": ";
        return new ProblemException(Problem.of(
                status, "invalid_template", place + reason, List.of(new Violation("template", place + reason))));
    }
}
