package org.laurel.programs.catalogue.http;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Removal;

/** How the catalogue's resources answer: the ETag is the version. */
final class CatalogueAnswers {

    private CatalogueAnswers() {}

    /** 200, or 201 with the address of what is new. */
    static Response kept(boolean created, String location, long version, Object entity) {
        Response.ResponseBuilder answer = created ? Response.created(URI.create(location)) : Response.ok();
        return answer.entity(entity).tag(VersionTag.of(version)).build();
    }

    /** What was kept; 409 and 412 for what was not. */
    static Keeping.Kept kept(Keeping result) {
        return switch (result) {
            case Keeping.Kept kept -> kept;
            case Keeping.Outdated outdated -> throw outdated(outdated.current());
            case Keeping.Refused refused ->
                throw new ProblemException(Problem.of(409, refused.code(), refused.detail()));
        };
    }

    /** 204; 404, 409 and 412 for what was not deleted. */
    static Response removed(Removal result, ProblemException unknown) {
        return switch (result) {
            case Removal.Removed removed -> Response.noContent().build();
            case Removal.Unknown missing -> throw unknown;
            case Removal.Outdated outdated -> throw outdated(outdated.current());
            case Removal.InUse used ->
                throw new ProblemException(Problem.of(409, "in_use", "It cannot be deleted. " + used.by()));
        };
    }

    /** 412. */
    static ProblemException outdated(@Nullable Long current) {
        return VersionTag.outdated(current == null ? "there is none yet" : "version " + current + " holds");
    }
}
