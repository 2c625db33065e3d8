package org.laurel.certificates.command.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.learner.http.KnownLearners;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The commands of the certificate's state machine. Source: certificates, old state machine; additions, certificates. */
@Path("/api/certificates/v1/learners/{username}/courses/{course_key: .+}/certificate:{command: [A-Za-z0-9_-]+}")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Certificate commands")
public class CertificateCommandResource {

    private final FactFolding folding;
    private final KnownLearners learners;
    private final AdministeredRuns runs;
    private final Caller caller;

    CertificateCommandResource(FactFolding folding, KnownLearners learners, AdministeredRuns runs, Caller caller) {
        this.folding = folding;
        this.learners = learners;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Add, regenerate or delete a learner's certificate",
            description =
                    "add evaluates the rules, and makes a certificate anew that is there. regenerate makes a certificate "
                            + "anew that is downloadable or in error, with today's name, grade and mode, under the same public id. "
                            + "delete takes a certificate away that is downloadable or in error. From any other status a command "
                            + "changes nothing; the answer says why, and what every rule said.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommandAnswer.class)))
    public Response command(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @Parameter(schema = @Schema(enumeration = {"add", "regenerate", "delete"})) @PathParam("command")
                    String command) {
        CertificateCommand asked = parse(command);
        CaseKey key = new CaseKey(learners.named(username).id(), runs.known(CourseKeys.parse(courseKey)));
        Cause cause = caller.cause();
        var request = new FactCommand.Happen(
                key, Fact.Requested.KIND, order -> new Fact.Requested(order, asked, GenerationMode.BATCH), cause);
        return Response.ok(CommandAnswer.of(folding.apply(List.of(request)).getFirst()))
                .build();
    }

    private static CertificateCommand parse(String command) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "add" -> CertificateCommand.ADD;
            case "regenerate" -> CertificateCommand.REGENERATE;
            case "delete" -> CertificateCommand.DELETE;
            default ->
                throw ProblemException.notFound(
                        "unknown_command",
                        "The commands are certificate:add, certificate:regenerate, certificate:delete.");
        };
    }
}
