package org.laurel.certificates.generation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Grants or makes anew one learner's certificate for the support pages. Source: certificates, support staff. */
@Path("/certificates/regenerate")
@RolesAllowed({Roles.STAFF, Roles.SUPPORT})
@Tag(name = "Support")
public class SupportRegenerationResource {

    private final SupportCase cases;
    private final FactFolding folding;
    private final Caller caller;

    SupportRegenerationResource(SupportCase cases, FactFolding folding, Caller caller) {
        this.cases = cases;
        this.folding = folding;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Idempotent
    @Operation(
            summary = "Grant a learner's certificate or make it anew, at once",
            description = "200 although nothing changed. For support staff and staff.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "No such learner, course run or active enrollment; or refused")
    public Response regenerate(
            @RestForm("username") @Nullable String username,
            @QueryParam("username") @Nullable String usernameInAddress,
            @RestForm("course_key") @Nullable String courseKey,
            @QueryParam("course_key") @Nullable String courseKeyInAddress) {
        CaseKey key = cases.read(username, usernameInAddress, courseKey, courseKeyInAddress);
        Cause cause = caller.cause();
        var asked = new FactCommand.Happen(
                key,
                Fact.Requested.KIND,
                order -> new Fact.Requested(order, CertificateCommand.ADD, GenerationMode.BATCH),
                cause);
        Folded folded = folding.apply(List.of(asked)).getFirst();
        if (folded.decision() instanceof Decision.Vetoed vetoed) {
            throw ProblemException.badRequest("generation_not_allowed", vetoed.why());
        }
        return Response.ok(Map.of()).build();
    }
}
