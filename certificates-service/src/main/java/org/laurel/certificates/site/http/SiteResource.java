package org.laurel.certificates.site.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.site.app.SiteReplacement;
import org.laurel.certificates.site.db.SiteQuery;
import org.laurel.certificates.site.domain.ReplaceSite;
import org.laurel.certificates.site.domain.SiteConfiguration;
import org.laurel.certificates.site.domain.SiteRules;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.revision.Revised;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Who issues the certificates, for the header, footer and links of their pages. */
@Path("/api/certificates/v1/site-configuration")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class SiteResource {

    private final SiteReplacement replacement;
    private final SiteQuery sites;
    private final Caller caller;
    private final Clock clock;

    SiteResource(SiteReplacement replacement, SiteQuery sites, Caller caller, Clock clock) {
        this.replacement = replacement;
        this.sites = sites;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The site configuration that holds; empty before the first")
    public SiteAnswer get() {
        return sites.newest().map(SiteAnswer::of).orElse(SiteAnswer.NONE);
    }

    @PUT
    @Idempotent
    @Operation(summary = "Replace the site configuration", description = "What the body leaves out is not configured.")
    @APIResponse(responseCode = "200", description = "The revision that holds from now on")
    @APIResponse(
            responseCode = "400",
            description = "An address is neither http(s) nor an absolute path, or a text is too long")
    public Response put(@NotNull @Valid SiteBody body) {
        SiteConfiguration site = body.configuration().site();
        refuseBreaches(site);
        ReplaceSite command =
                new ReplaceSite(site, clock.instant(), caller.cause().because(body.changeReason()));
        Revised revised = replacement.apply(List.of(command)).getFirst();
        return Response.ok(SiteAnswer.of(revised.revision(), site)).build();
    }

    @GET
    @Path("/history")
    @Operation(summary = "All revisions of the site configuration, newest first")
    public CursorPage<SiteAnswer> history(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                sites.history(cursor, limit + 1).stream().map(SiteAnswer::of).toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }

    private static void refuseBreaches(SiteConfiguration site) {
        List<Violation> violations = SiteRules.breaches(site).stream()
                .map(breach -> new Violation("configuration." + breach.member(), breach.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_site_configuration", "The site configuration breaks a rule.", violations));
        }
    }
}
