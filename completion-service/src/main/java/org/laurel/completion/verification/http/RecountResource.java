package org.laurel.completion.verification.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.app.RecountStart;
import org.laurel.completion.verification.app.RecountStart.Recount;
import org.laurel.completion.verification.db.VerificationQuery;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Has all learners of a course run counted again. */
@Path("/api/completion/v1/course-structures/{course_key: .+}:recount")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Verifications")
public class RecountResource {

    private final RecountStart start;
    private final VerificationQuery known;
    private final Caller caller;

    RecountResource(RecountStart start, VerificationQuery known, Caller caller) {
        this.start = start;
        this.known = known;
        this.caller = caller;
    }

    /**
     * A job that counts.
     *
     * @param taskId of the job, to be followed at {@code /api/completion/ops/jobs/{id}/events}
     * @param courseKey the course run, null for all of them
     */
    @Schema(name = "RecountStarted")
    public record Started(String taskId, @Nullable String courseKey) {

        /** The answer that tells of the job. */
        static Response of(long job, @Nullable CourseKey courseKey) {
            return Response.accepted(new Started(String.valueOf(job), courseKey == null ? null : courseKey.value()))
                    .location(URI.create("/api/completion/ops/jobs/" + job))
                    .build();
        }
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Count all learners of a course run again",
            description =
                    "From what they completed, by the structure that counts now, whatever is stored; the course run's numbers as "
                            + "well. Stored numbers are always current: this is for when somebody has changed rows by hand.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Started.class)))
    @APIResponse(responseCode = "404", description = "Nothing is known of the course run")
    @APIResponse(responseCode = "409", description = "A job that counts the course run again is paused")
    public Response recount(@PathParam("course_key") String courseKeyText) {
        CourseKey courseKey = courseKey(courseKeyText);
        if (!known.isKnown(courseKey)) {
            throw ProblemException.notFound("course_run_not_found", "Nothing is known of this course run.");
        }
        long job = start.apply(List.of(new Recount(courseKey, caller.cause()))).getFirst();
        return Started.of(job, courseKey);
    }

    private static CourseKey courseKey(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", "Invalid course key: '" + text + "'.");
        }
    }
}
