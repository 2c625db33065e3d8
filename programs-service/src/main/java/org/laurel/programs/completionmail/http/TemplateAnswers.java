package org.laurel.programs.completionmail.http;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;
import org.laurel.programs.completionmail.domain.TemplateRules;

/** Answers about templates, whose ETag is their version. */
final class TemplateAnswers {

    private TemplateAnswers() {}

    /** The template, unless the client has it already. */
    static Response get(StoredTemplate template, Request request) {
        return VersionTag.read(request, template.version(), TemplateAnswer.of(template));
    }

    /** The template after a change. */
    static Response put(int status, StoredTemplate template) {
        return VersionTag.answer(status, template.version(), TemplateAnswer.of(template));
    }

    static ProblemException absent() {
        return ProblemException.notFound("completion_mail_not_found", "There is no such template of completion mails.");
    }

    static void refuseBreaches(MailTemplate template) {
        List<Violation> violations = TemplateRules.breaches(template).stream()
                .map(breach -> new Violation(breach.member(), breach.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_completion_mail", "The template breaks a rule.", violations));
        }
    }
}
