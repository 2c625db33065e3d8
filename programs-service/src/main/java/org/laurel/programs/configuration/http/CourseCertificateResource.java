package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.configuration.app.CourseConfiguring;
import org.laurel.programs.configuration.db.CourseCertificateQuery;
import org.laurel.programs.configuration.domain.ConfigureCourse;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.configuration.domain.CourseConfigured;

/** How course runs are certified, at the paths and in the shape that existing clients call. */
@Path("/api/v2/course_certificates")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Certificate configurations")
public class CourseCertificateResource {

    private final CourseConfiguring configuring;
    private final CourseCertificateQuery certificates;
    private final Caller caller;
    private final Clock clock;

    CourseCertificateResource(
            CourseConfiguring configuring, CourseCertificateQuery certificates, Caller caller, Clock clock) {
        this.configuring = configuring;
        this.certificates = certificates;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/")
    @Idempotent
    @Operation(
            summary = "Create or replace the certificate configuration of a course run and certificate type",
            description =
                    "certificate_available_date and is_active must be there. The run's course credentials show from "
                            + "the new date soon after, unless their certificates tell a later word on it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The configuration, new or not",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateAnswer.class)))
    public Response post(@Nullable JsonNode body) {
        return saved(Response.Status.CREATED, CourseCertificateBody.post(body, now(), caller.cause()));
    }

    @GET
    @Path("/{course_id: .+}")
    @Operation(
            summary = "The certificate configuration of a course run",
            description = "Of several types an active one, of those the one that was dated last.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration; its ETag counts the changes of all configurations of the run",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateAnswer.class)))
    public Response get(@PathParam("course_id") String courseId) {
        CourseCertificates found = certificates.find(CourseKeyParameter.orNotFound(courseId));
        CourseCertificate main = found.main().orElseThrow(CourseCertificateResource::notFound);
        return Response.ok(answer(main))
                .tag(VersionTag.of(Objects.requireNonNull(found.version())))
                .build();
    }

    @PUT
    @Path("/{course_id: .+}")
    @Idempotent
    @Operation(
            summary = "Replace the certificate configuration of a course run",
            description =
                    "The one of the certificate type if there is one; otherwise that of the run takes on the type.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The configuration as it is now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response put(
            @PathParam("course_id") String courseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return saved(
                Response.Status.OK,
                CourseCertificateBody.put(
                        body, CourseKeyParameter.orNotFound(courseId), IfMatch.read(ifMatch), now(), caller.cause()));
    }

    @PATCH
    @Path("/{course_id: .+}")
    @Idempotent
    @Operation(summary = "Change members of the certificate configuration of a course run")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The configuration as it is now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseCertificateAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response patch(
            @PathParam("course_id") String courseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return saved(
                Response.Status.OK,
                CourseCertificateBody.patch(
                        body, CourseKeyParameter.orNotFound(courseId), IfMatch.read(ifMatch), now(), caller.cause()));
    }

    private Response saved(Response.Status status, ConfigureCourse command) {
        return switch (configuring.apply(List.of(command)).getFirst()) {
            case CourseConfigured.Saved saved ->
                Response.status(status)
                        .tag(VersionTag.of(saved.runVersion()))
                        .entity(answer(saved.after()))
                        .build();
            case CourseConfigured.NotConfigured none -> throw notFound();
            case CourseConfigured.Outdated outdated -> throw VersionTag.outdated();
        };
    }

    private CourseCertificateAnswer answer(CourseCertificate certificate) {
        return CourseCertificateAnswer.of(certificate, certificates.isInCatalogue(certificate.courseKey()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException notFound() {
        return ProblemException.notFound(
                "course_certificate_not_found", "The course run has no certificate configuration.");
    }
}
