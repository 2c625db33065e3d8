package org.laurel.certificates.generation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Starts a generation run for one learner for the support pages. Source: certificates, support staff. */
@Path("/certificates/generate")
@RolesAllowed({Roles.STAFF, Roles.SUPPORT})
@Tag(name = "Support")
public class SupportGenerationResource {

    private final SupportCase cases;
    private final LegacyStart start;

    SupportGenerationResource(SupportCase cases, LegacyStart start) {
        this.cases = cases;
        this.start = start;
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Idempotent
    @Operation(summary = "Start a generation run for one learner", description = "For support staff and staff.")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "No such learner, course run or active enrollment; or another run of the course run goes on")
    public Response generate(
            @RestForm("username") @Nullable String username,
            @QueryParam("username") @Nullable String usernameInAddress,
            @RestForm("course_key") @Nullable String courseKey,
            @QueryParam("course_key") @Nullable String courseKeyInAddress) {
        CaseKey key = cases.read(username, usernameInAddress, courseKey, courseKeyInAddress);
        if (start.begin(key.courseKey(), Selector.of(key.learnerId())).isEmpty()) {
            throw ProblemException.badRequest("generation_run_open", LegacyStart.BUSY);
        }
        return Response.ok(Map.of()).build();
    }
}
