package org.laurel.kit.page;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Entity tags of what has versions: strong, and the version's number (RFC 9110, section 8.8.3). {@link IfMatch} reads them. */
public final class VersionTag {

    private VersionTag() {}

    /** The tag of a version. */
    public static EntityTag of(long version) {
        return new EntityTag(String.valueOf(version));
    }

    /** 200 with the version's tag, or 304 when the client has this version. */
    public static Response read(Request request, long version, Object entity) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(of(version));
        return unchanged == null ? answer(200, version, entity) : unchanged.build();
    }

    /** An answer with the version's tag. */
    public static Response answer(int status, long version, Object entity) {
        return Response.status(status).tag(of(version)).entity(entity).build();
    }

    /** 412 {@code version_changed}: another version holds than the client expects. */
    public static ProblemException outdated() {
        return outdated("another version holds");
    }

    /**
     * The same.
     *
     * @param holds what is there, as in "version 3 holds"
     */
    public static ProblemException outdated(String holds) {
        return new ProblemException(Problem.of(
                412, "version_changed", "If-Match names another version: " + holds + ". Read it again first."));
    }
}
