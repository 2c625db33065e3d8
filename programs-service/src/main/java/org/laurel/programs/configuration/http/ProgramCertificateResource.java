package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.configuration.app.ProgramConfiguring;
import org.laurel.programs.configuration.db.ProgramCertificateQuery;
import org.laurel.programs.configuration.db.ProgramCertificateQuery.Found;
import org.laurel.programs.configuration.domain.CertificateMembers;
import org.laurel.programs.configuration.domain.ConfigureProgram;
import org.laurel.programs.configuration.domain.ProgramConfigured;

/** How a program is certified. Without an active configuration its credential is not made, and waits. */
@Path("/api/programs/v1/programs/{uuid}/certificate-configuration")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Certificate configurations")
public class ProgramCertificateResource {

    private final ProgramConfiguring configuring;
    private final ProgramCertificateQuery certificates;
    private final Caller caller;
    private final Clock clock;

    ProgramCertificateResource(
            ProgramConfiguring configuring, ProgramCertificateQuery certificates, Caller caller, Clock clock) {
        this.configuring = configuring;
        this.certificates = certificates;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "A program's certificate configuration")
    @APIResponse(
            responseCode = "200",
            description = "The configuration; its ETag is the version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        Found found = found(UuidParameter.read(uuid));
        return VersionTag.read(request, found.stored().version(), ProgramCertificateAnswer.of(found));
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Create or replace a program's certificate configuration",
            description =
                    "When it becomes active, the credentials that wait for it are made soon after. A configuration "
                            + "that ceases to be active takes none back.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The program's first configuration",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response put(
            @PathParam("uuid") String uuid,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        ProgramCertificateBody.Read read = ProgramCertificateBody.read(body);
        return changed(UuidParameter.read(uuid), ifMatch, read.members(), true, read.reason());
    }

    @PATCH
    @Idempotent
    @Operation(summary = "Change members of a program's certificate configuration")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The configuration as it is now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response patch(
            @PathParam("uuid") String uuid,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        ProgramCertificateBody.Read read = ProgramCertificateBody.read(body);
        return changed(UuidParameter.read(uuid), ifMatch, read.members(), false, read.reason());
    }

    @DELETE
    @Idempotent
    @Operation(summary = "Deactivate a program's certificate configuration", description = "What it says stays.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration, which is not active",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramCertificateAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response delete(
            @PathParam("uuid") String uuid, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(UuidParameter.read(uuid), ifMatch, CertificateMembers.DEACTIVATION, false, null);
    }

    @GET
    @Path("/history")
    @Operation(summary = "All versions of a program's certificate configuration, newest first")
    public CursorPage<ProgramCertificateAnswer> history(
            @PathParam("uuid") String uuid,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                        certificates.history(UuidParameter.read(uuid), cursor, limit + 1).stream()
                                .map(ProgramCertificateAnswer::of)
                                .toList(),
                        limit,
                        answer -> String.valueOf(answer.version()))
                .orUnknown(cursor == null, ProgramCertificateResource::notConfigured);
    }

    private Response changed(
            UUID uuid, @Nullable String ifMatch, CertificateMembers members, boolean whole, @Nullable String reason) {
        Cause cause = caller.cause().because(reason);
        ProgramConfigured done = configuring
                .apply(List.of(new ConfigureProgram(
                        uuid,
                        members,
                        whole,
                        IfMatch.read(ifMatch),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        cause)))
                .getFirst();
        return switch (done) {
            case ProgramConfigured.Changed changed -> answer(changed.before() == null ? 201 : 200, found(uuid));
            case ProgramConfigured.Unchanged unchanged -> answer(200, found(uuid));
            case ProgramConfigured.UnknownProgram unknown ->
                throw ProblemException.notFound("program_not_found", "There is no such program.");
            case ProgramConfigured.NotConfigured none -> throw notConfigured();
            case ProgramConfigured.Outdated outdated -> throw VersionTag.outdated();
            case ProgramConfigured.UnknownSignatories unknown ->
                throw new ProblemException(Problem.of(
                        400,
                        "invalid_certificate_configuration",
                        "The request breaks a rule of its shape.",
                        List.of(new Problem.Violation("signatories", "does not exist: " + unknown.ids()))));
        };
    }

    private Found found(UUID uuid) {
        return certificates.find(uuid).orElseThrow(ProgramCertificateResource::notConfigured);
    }

    private static Response answer(int status, Found found) {
        return VersionTag.answer(status, found.stored().version(), ProgramCertificateAnswer.of(found));
    }

    private static ProblemException notConfigured() {
        return ProblemException.notFound(
                "certificate_configuration_not_found", "The program has no certificate configuration.");
    }
}
