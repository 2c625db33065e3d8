package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.app.RetirementCancelling;
import org.laurel.enrollment.retirement.app.RetirementRequesting;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.CancelRetirement;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RequestRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Retirements: asked for by staff and service clients, taken back, and how far they have come. */
@Path("/api/enrollment/v1/retirements")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementResource {

    private final RetirementRequesting requesting;
    private final RetirementCancelling cancelling;
    private final RetirementQueries retirements;
    private final RetirementPolicy policy;
    private final Caller caller;
    private final Clock clock;

    RetirementResource(
            RetirementRequesting requesting,
            RetirementCancelling cancelling,
            RetirementQueries retirements,
            RetirementPolicy policy,
            Caller caller,
            Clock clock) {
        this.requesting = requesting;
        this.cancelling = cancelling;
        this.retirements = retirements;
        this.policy = policy;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param reason why, for the history; it goes when the learner is retired */
    public record Request(
            @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "[^\\x00]*") String learnerId,

            @Nullable @Size(max = 1000) @Pattern(regexp = "[^\\x00]*") String reason) {}

    @POST
    @Idempotent
    @Operation(summary = "Retire a learner when the cooling-off is over")
    @APIResponse(responseCode = "201", description = "Asked for")
    @APIResponse(responseCode = "200", description = "It was asked for already")
    @APIResponse(responseCode = "404", description = "No such learner")
    @APIResponse(responseCode = "409", description = "The learner is retired for good")
    public Response request(@NotNull @Valid Request request) {
        RequestRetirement command = new RequestRetirement(
                id(request.learnerId()), clock.instant(), caller.cause().because(request.reason()));
        return switch (requesting.apply(List.of(command)).getFirst()) {
            case RetirementOutcome.Done done ->
                Response.created(URI.create("/api/enrollment/v1/retirements/"
                                + done.retirement().id()))
                        .entity(view(done.retirement()))
                        .build();
            case RetirementOutcome.Already already ->
                Response.ok(view(already.retirement())).build();
            case RetirementOutcome.Refused refused -> throw conflict(refused);
            case RetirementOutcome.Unknown unknown ->
                throw ProblemException.notFound("learner_not_found", "There is no such learner.");
        };
    }

    @GET
    @Operation(summary = "Retirements, oldest first")
    public CursorPage<RetirementView> list(
            @QueryParam("state") @Nullable @Size(max = 100) @Pattern(regexp = "[^\\x00]*") String state,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        Instant begin = from == null ? null : Days.start("from", from);
        Instant end = to == null ? null : Days.end("to", to);
        List<LearnerRetirement> page = retirements.after(after, state, begin, end, limit + 1);
        Map<LearnerId, Map<String, Instant>> reports = retirements.reports(
                page.stream().map(LearnerRetirement::learnerId).toList());
        return CursorPage.of(
                page.stream()
                        .map(one -> RetirementView.of(one, reports.getOrDefault(one.learnerId(), Map.of()), policy))
                        .toList(),
                limit,
                view -> String.valueOf(view.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary =
                    "Where a retirement stands: which services have erased the learner, and until when topics remember")
    public RetirementView get(@PathParam("id") long id) {
        return retirements.byId(id).map(this::view).orElseThrow(RetirementResource::unknown);
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @Operation(summary = "Let the learner stay; email address and activation are as before")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled, now or before",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RetirementView.class)))
    @APIResponse(responseCode = "409", description = "The learner is retired for good")
    public Response cancel(@PathParam("id") long id) {
        CancelRetirement command = new CancelRetirement(id, false, clock.instant(), caller.cause());
        return switch (cancelling.apply(List.of(command)).getFirst()) {
            case RetirementOutcome.Done done ->
                Response.ok(view(done.retirement())).build();
            case RetirementOutcome.Already already ->
                Response.ok(view(already.retirement())).build();
            case RetirementOutcome.Refused refused -> throw conflict(refused);
            case RetirementOutcome.Unknown unknown -> throw unknown();
        };
    }

    private RetirementView view(LearnerRetirement retirement) {
        Map<LearnerId, Map<String, Instant>> reports = retirements.reports(List.of(retirement.learnerId()));
        return RetirementView.of(retirement, reports.getOrDefault(retirement.learnerId(), Map.of()), policy);
    }

    private static LearnerId id(String text) {
        try {
            return new LearnerId(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_learner_id", String.valueOf(malformed.getMessage()));
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("retirement_not_found", "There is no such retirement.");
    }

    private static ProblemException conflict(RetirementOutcome.Refused refused) {
        return new ProblemException(Problem.of(409, "learner_retired", refused.why()));
    }
}
