package org.laurel.completion.republication.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.republication.app.RepublicationStart;
import org.laurel.completion.republication.db.ToldSumQuery;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Has the sums of course runs told once more. */
@Path("/api/completion/v1/republications")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Republications")
public class RepublicationResource {

    private final RepublicationStart start;
    private final ToldSumQuery sums;
    private final Caller caller;

    RepublicationResource(RepublicationStart start, ToldSumQuery sums, Caller caller) {
        this.start = start;
        this.sums = sums;
        this.caller = caller;
    }

    /**
     * A job that tells.
     *
     * @param taskId of the job, to be followed at {@code /api/completion/ops/jobs/{id}/events}
     * @param courseKey null for all course runs
     */
    @Schema(name = "RepublicationStarted")
    public record Started(String taskId, @Nullable String courseKey) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Tell the sums of a course run, or of all, once more",
            description =
                    "Publishes completion.progressed of each learner's whole course as it was told last, with the same version, "
                            + "and course.completed as it was told last, if it ever was: for receivers that were not there when it was told, and that the topic has forgotten it for. "
                            + "Others hear nothing new.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Started.class)))
    @APIResponse(responseCode = "404", description = "Nothing has been told of the course run")
    @APIResponse(responseCode = "409", description = "A job that tells the same is paused")
    public Response start(@Valid @NotNull RepublicationRequest request) {
        @Nullable CourseKey courseKey = scope(request);
        long job = start.apply(courseKey, caller.cause());
        return Response.accepted(new Started(String.valueOf(job), courseKey == null ? null : courseKey.value()))
                .location(URI.create("/api/completion/ops/jobs/" + job))
                .build();
    }

    private @Nullable CourseKey scope(RepublicationRequest request) {
        String text = request.courseKey();
        boolean all = Boolean.TRUE.equals(request.all());
        if (all == (text != null)) {
            throw refused("all", "must be true, or a course_key given, and not both");
        }
        if (text == null) {
            return null;
        }
        CourseKey courseKey = courseKey(text);
        if (!sums.any(courseKey)) {
            throw ProblemException.notFound("course_run_not_found", "Nothing has been told of this course run.");
        }
        return courseKey;
    }

    private static CourseKey courseKey(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw refused("course_key", "is no course key");
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.of(
                400,
                "invalid_selection",
                "What to tell again is not clear.",
                List.of(new Problem.Violation(field, message))));
    }
}
