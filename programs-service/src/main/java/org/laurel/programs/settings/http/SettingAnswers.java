package org.laurel.programs.settings.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/** Answers about settings, whose ETag is the id of the revision that holds. */
final class SettingAnswers {

    private SettingAnswers() {}

    /** The setting, unless the client has it already. */
    static Response get(@Nullable Long id, Object entity, Request request) {
        EntityTag tag = tag(id);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null ? Response.ok(entity).tag(tag).build() : unchanged.build();
    }

    /** The setting after a change. */
    static Response put(long id, Object entity) {
        return Response.ok(entity).tag(tag(id)).build();
    }

    static ProblemException outdated() {
        return new ProblemException(Problem.of(
                412,
                "configuration_changed",
                "If-Match names another revision than the one that holds. Read it again first."));
    }

    static void refuse(String code, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(400, code, "The configuration breaks a rule.", violations));
        }
    }

    private static EntityTag tag(@Nullable Long id) {
        return new EntityTag(String.valueOf(id == null ? 0 : id));
    }
}
