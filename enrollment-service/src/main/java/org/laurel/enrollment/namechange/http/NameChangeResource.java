package org.laurel.enrollment.namechange.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.account.http.FieldErrors;
import org.laurel.enrollment.account.http.OwnAccount;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Refusal;
import org.laurel.enrollment.namechange.app.NameChanging;
import org.laurel.enrollment.namechange.db.NameChangeQueries;
import org.laurel.enrollment.namechange.domain.NameChangeCommand;
import org.laurel.enrollment.namechange.domain.NameChangeOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Requests for other names, at the paths that existing clients use. */
@Path("/api/user/v1/accounts/name_change")
public class NameChangeResource {

    private final OwnAccount accounts;
    private final NameChanging changing;
    private final NameChangeQueries requests;
    private final Caller caller;

    NameChangeResource(OwnAccount accounts, NameChanging changing, NameChangeQueries requests, Caller caller) {
        this.accounts = accounts;
        this.changing = changing;
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "Requests that wait for a decision")
    public CursorPage<NameChangeView> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("page_size") @Nullable Integer pageSize) {
        int limit = PageRequest.of(1, pageSize, 50, 200).size();
        List<NameChangeView> oneMore = requests.pending(cursor == null ? "" : cursor, limit + 1).stream()
                .map(NameChangeView::of)
                .toList();
        return CursorPage.of(oneMore, limit, NameChangeView::learnerId);
    }

    @POST
    @Authenticated
    @Idempotent
    @Operation(summary = "Ask for another name; an older request is overwritten")
    @APIResponse(responseCode = "201", description = "The request waits for a decision")
    @APIResponse(responseCode = "400", description = "The name breaks a rule or is the one that the account has")
    @APIResponse(responseCode = "404", description = "The caller is no known learner")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response request(@NotNull NameChangeBody body) {
        Learner learner = accounts.ofCaller();
        String name = body.name() == null ? "" : body.name();
        String rationale = body.rationale() == null ? "" : body.rationale();
        return switch (decide(new NameChangeCommand.Request(learner.id(), name, rationale, caller.cause()))) {
            case NameChangeOutcome.Kept kept -> Response.status(201).build();
            case NameChangeOutcome.Refused refused -> FieldErrors.answer(Map.of(refused.member(), refused.message()));
            case NameChangeOutcome.Departed departed -> throw Refusal.of(departed.objection());
            case NameChangeOutcome.NothingPending nothing -> throw nothingPending();
        };
    }

    @POST
    @Path("/{username}/confirm")
    @RolesAllowed(Roles.STAFF)
    @Idempotent
    @Operation(summary = "Give a learner the name that they asked for")
    @APIResponse(responseCode = "204", description = "The name holds from now on")
    @APIResponse(responseCode = "404", description = "Nothing waits for a decision")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response confirm(@PathParam("username") String username) {
        Learner learner = accounts.find(username);
        return decided(new NameChangeCommand.Confirm(learner.id(), caller.cause()));
    }

    @POST
    @Path("/{username}/reject")
    @RolesAllowed(Roles.STAFF)
    @Idempotent
    @Operation(summary = "Do not give a learner the name that they asked for; the reason is mailed to them")
    @APIResponse(responseCode = "204", description = "The request is done")
    @APIResponse(responseCode = "404", description = "Nothing waits for a decision")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response reject(@PathParam("username") String username, @NotNull @Valid RejectionBody body) {
        Learner learner = accounts.find(username);
        return decided(new NameChangeCommand.Reject(learner.id(), caller.cause().because(body.reason())));
    }

    private Response decided(NameChangeCommand command) {
        return switch (decide(command)) {
            case NameChangeOutcome.Kept kept -> Response.noContent().build();
            case NameChangeOutcome.Departed departed -> throw Refusal.of(departed.objection());
            case NameChangeOutcome.Refused refused -> throw nothingPending();
            case NameChangeOutcome.NothingPending nothing -> throw nothingPending();
        };
    }

    private NameChangeOutcome decide(NameChangeCommand command) {
        return changing.apply(List.of(command)).getFirst();
    }

    private static ProblemException nothingPending() {
        return ProblemException.notFound("no_pending_name_change", "No request of this learner waits for a decision.");
    }
}
