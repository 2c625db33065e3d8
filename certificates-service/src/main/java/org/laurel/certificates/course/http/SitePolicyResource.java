package org.laurel.certificates.course.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.SitePolicyPatching;
import org.laurel.certificates.course.app.SitePolicyPatching.Patch;
import org.laurel.certificates.course.db.PolicyQuery;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.KeptPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** What staff decide about the certificates of the whole deployment. */
@Path("/api/certificates/v1/policy")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Settings")
public class SitePolicyResource {

    private final SitePolicyPatching patching;
    private final TermsQuery terms;
    private final PolicyQuery policies;
    private final Caller caller;
    private final Clock clock;

    SitePolicyResource(
            SitePolicyPatching patching, TermsQuery terms, PolicyQuery policies, Caller caller, Clock clock) {
        this.patching = patching;
        this.terms = terms;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The certificate policy of the deployment",
            description = "With the version as ETag. For staff and service clients.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SitePolicyView.class)))
    public Response get() {
        return answer(terms.newestSite());
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Idempotent
    @Operation(
            summary = "Change the certificate policy of the deployment",
            description =
                    "A JSON merge patch. What the change newly allows is granted by jobs, one for each course run; "
                            + "nothing is taken back.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SitePolicyPatch.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SitePolicyView.class)))
    @APIResponse(responseCode = "412", description = "The policy is no longer that of If-Match")
    public Response patch(
            @Parameter(description = "The version that is to be changed, as ETag gave it")
                    @HeaderParam("If-Match")
                    @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return answer(patching.apply(List.of(new Patch(
                SitePolicyPatch.change(body, clock.instant(), caller.cause()), PolicyTag.expected(ifMatch)))));
    }

    @GET
    @Path("/history")
    @Operation(summary = "Who changed the certificate policy of the deployment, and when; newest first")
    public CursorPage<SitePolicyView> history(
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        CursorPage<KeptPolicy<SitePolicy>> page = CursorPage.of(
                policies.ofSite(cursor, limit + 1),
                limit,
                kept -> String.valueOf(kept.policy().id()));
        return new CursorPage<>(page.results().stream().map(SitePolicyView::of).toList(), page.nextCursor());
    }

    private static Response answer(SitePolicy policy) {
        return Response.ok(SitePolicyView.of(policy))
                .tag(PolicyTag.of(policy.id()))
                .build();
    }
}
