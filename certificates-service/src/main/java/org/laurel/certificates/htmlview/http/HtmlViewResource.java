package org.laurel.certificates.htmlview.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.htmlview.domain.HtmlViewConfiguration;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revised;
import org.laurel.kit.revision.Revising;
import org.laurel.kit.revision.RevisionQuery;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Texts and values of certificate pages, by mode. A change adds a revision. */
@Path("/api/certificates/v1/html-view-configuration")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class HtmlViewResource {

    private final Revising revising;
    private final RevisionQuery revisions;
    private final Caller caller;
    private final Clock clock;

    HtmlViewResource(Revising revising, RevisionQuery revisions, Caller caller, Clock clock) {
        this.revising = revising;
        this.revisions = revisions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The texts and values of certificate pages that hold; disabled and empty before the first")
    public HtmlViewAnswer get() {
        return revisions
                .current(HtmlViewConfiguration.SUBJECT)
                .map(HtmlViewAnswer::of)
                .orElse(HtmlViewAnswer.NONE);
    }

    @POST
    @Idempotent
    @Operation(summary = "Change the texts and values of certificate pages")
    @APIResponse(responseCode = "201", description = "The new revision, which holds from now on")
    @APIResponse(responseCode = "200", description = "The revision that holds; it says the same already")
    @APIResponse(responseCode = "400", description = "The configuration is no JSON object of objects; says where")
    public Response post(@NotNull @Valid HtmlViewBody body) {
        HtmlViewText.fault(body.configuration()).ifPresent(HtmlViewResource::refuse);
        Revised revised = revising.apply(List.of(new Revise(
                        HtmlViewConfiguration.SUBJECT,
                        body.enabled(),
                        body.configuration(),
                        clock.instant(),
                        caller.cause().because(body.changeReason()))))
                .getFirst();
        return Response.status(revised.added() ? 201 : 200)
                .entity(HtmlViewAnswer.of(revised.revision()))
                .build();
    }

    @GET
    @Path("/history")
    @Operation(summary = "All revisions of the texts and values of certificate pages, newest first")
    public CursorPage<HtmlViewAnswer> history(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                revisions.history(HtmlViewConfiguration.SUBJECT, cursor, limit + 1).stream()
                        .map(HtmlViewAnswer::of)
                        .toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }

    private static void refuse(String fault) {
        throw new ProblemException(Problem.of(
                400,
                "invalid_configuration",
                "The configuration must be a JSON object of objects. " + fault + ".",
                List.of(new Problem.Violation("configuration", fault))));
    }
}
