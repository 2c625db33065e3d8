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
import org.laurel.certificates.invalidation.app.InvalidationRetraction;
import org.laurel.certificates.invalidation.db.InvalidationQuery;
import org.laurel.certificates.invalidation.domain.Examination;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.invalidation.domain.Retract;
import org.laurel.certificates.invalidation.http.Declaration;
import org.laurel.certificates.invalidation.http.InvalidationDeclarations;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;

/** Invalid certificates, at the path and in the shape that existing clients call. Source: certificates, instructor v1. */
@Path("/courses/{course_id: .+}/instructor/api/certificate_invalidation_view")
@Authenticated
@Uncached
@Consumes(MediaType.WILDCARD)
@Tag(name = "Instructor, version 1")
public class InvalidationViewResource {

    private final InvalidationDeclarations declarations;
    private final InvalidationRetraction retraction;
    private final InvalidationQuery invalidations;
    private final LearnerQuery learners;
    private final AdministeredRuns runs;
    private final Caller caller;

    InvalidationViewResource(
            InvalidationDeclarations declarations,
            InvalidationRetraction retraction,
            InvalidationQuery invalidations,
            LearnerQuery learners,
            AdministeredRuns runs,
            Caller caller) {
        this.declarations = declarations;
        this.retraction = retraction;
        this.invalidations = invalidations;
        this.learners = learners;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(summary = "Declare a learner's certificate invalid")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InvalidationViewRequest.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InvalidationAnswer.class)))
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Message.class)))
    public Response invalidate(@PathParam("course_id") String courseId, @Nullable String body) {
        CourseKey run = runs.existing(courseId);
        RequestText text = RequestText.of(body);
        Declaration declaration = declarations
                .declare(
                        run, List.of(text.member("user")), text.member("notes"), Obstacle.INSTRUCTOR_V1, caller.cause())
                .getFirst();
        return switch (declaration) {
            case Declaration.Declared declared ->
                Response.ok(InvalidationAnswer.of(declared)).build();
            case Declaration.Unknown unknown -> Message.refusing(Words.unknown(unknown.name()));
            case Declaration.Refused refused ->
                Message.refusing(refused.obstacle().why(refused.name()));
        };
    }

    @DELETE
    @Idempotent
    @Operation(
            summary = "Take the invalidation of a learner's certificate back",
            description = "The certificate is evaluated at once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InvalidationViewRequest.class)))
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(
            responseCode = "400",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Message.class)))
    public Response revalidate(@PathParam("course_id") String courseId, @Nullable String body) {
        CourseKey run = runs.existing(courseId);
        String name = RequestText.of(body).member("user");
        Optional<Learner> learner = learners.byUsernameOrEmail(name);
        if (learner.isEmpty()) {
            return Message.refusing(Words.unknown(name));
        }
        CaseKey key = new CaseKey(learner.get().id(), run);
        if (!invalidations
                .examinations(List.of(key))
                .getOrDefault(key, Examination.UNKNOWN)
                .hasCertificate()) {
            return Message.refusing(Words.noCertificate(name));
        }
        return retraction.apply(List.of(new Retract(key, caller.cause()))).isEmpty()
                ? Message.refusing(Words.notInvalidated(name))
                : Response.noContent().build();
    }
}
