package org.laurel.certificates.instructor.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.app.AllowlistRemoval;
import org.laurel.certificates.allowlist.db.AllowlistQuery;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.domain.RemoveEntry;
import org.laurel.certificates.allowlist.http.AllowlistGrants;
import org.laurel.certificates.allowlist.http.AllowlistGrants.Wish;
import org.laurel.certificates.allowlist.http.Grant;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;

/** Certificate exceptions, at the path and in the shape that existing clients call. Source: certificates, instructor v1. */
@Path("/courses/{course_id: .+}/instructor/api/certificate_exception_view")
@Authenticated
@Uncached
@Consumes(MediaType.WILDCARD)
@Tag(name = "Instructor, version 1")
public class ExceptionViewResource {

    private final AllowlistGrants grants;
    private final AllowlistRemoval removal;
    private final AllowlistQuery entries;
    private final LearnerQuery learners;
    private final AdministeredRuns runs;
    private final Caller caller;

    ExceptionViewResource(
            AllowlistGrants grants,
            AllowlistRemoval removal,
            AllowlistQuery entries,
            LearnerQuery learners,
            AdministeredRuns runs,
            Caller caller) {
        this.grants = grants;
        this.removal = removal;
        this.entries = entries;
        this.learners = learners;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(summary = "Add a learner to the certificate exceptions")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExceptionRequest.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExceptionAnswer.class)))
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Refusal.class)))
    public Response add(@PathParam("course_id") String courseId, @Nullable String body) {
        CourseKey run = runs.existing(courseId);
        ExceptionRequest wanted = ExceptionRequest.of(body);
        String notes = wanted.notes() == null ? "" : wanted.notes();
        Grant grant = grants.grant(run, List.of(new Wish(wanted.name(), notes)), Obstacle.ANY, caller.cause())
                .getFirst();
        return switch (grant) {
            case Grant.Granted granted ->
                Response.ok(ExceptionAnswer.of(
                                entries.find(granted.entry().key()).orElseThrow()))
                        .build();
            case Grant.Unknown unknown -> Refusal.because(Words.unknown(unknown.name()));
            case Grant.Refused refused -> Refusal.because(refused.obstacle().why(refused.name()));
        };
    }

    @DELETE
    @Idempotent
    @Operation(
            summary = "Take a learner off the certificate exceptions",
            description = "An existing certificate becomes unavailable.")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExceptionRequest.class)))
    @APIResponse(responseCode = "204", description = "Taken off")
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Refusal.class)))
    public Response remove(@PathParam("course_id") String courseId, @Nullable String body) {
        CourseKey run = runs.existing(courseId);
        String name = ExceptionRequest.of(body).name();
        Optional<Learner> learner = learners.byUsernameOrEmail(name);
        if (learner.isEmpty()) {
            return Refusal.because(Words.unknown(name));
        }
        CaseKey key = new CaseKey(learner.get().id(), run);
        return removal.apply(List.of(new RemoveEntry(key, caller.cause()))).isEmpty()
                ? Refusal.because(Words.notListed(name))
                : Response.noContent().build();
    }
}
