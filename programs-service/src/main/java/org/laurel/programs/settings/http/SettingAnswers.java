package org.laurel.programs.settings.http;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/** Answers about settings, whose ETag is the id of the revision that holds. */
final class SettingAnswers {

    private SettingAnswers() {}

    /** The setting, unless the client has it already. */
    static Response get(@Nullable Long id, Object entity, Request request) {
        return VersionTag.read(request, id == null ? 0 : id, entity);
    }

    /** The setting after a change. */
    static Response put(long id, Object entity) {
        return VersionTag.answer(200, id, entity);
    }

    static void refuse(String code, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(400, code, "The configuration breaks a rule.", violations));
        }
    }
}
