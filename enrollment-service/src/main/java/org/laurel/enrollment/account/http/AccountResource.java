package org.laurel.enrollment.account.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.account.app.AccountChange;
import org.laurel.enrollment.account.domain.AccountOutcome;
import org.laurel.enrollment.account.domain.ChangeAccount;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Refusal;
import org.laurel.enrollment.registration.http.AttemptLimit;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Accounts, at the paths and in the shape that existing clients use (accounts). */
@Path("/api/user/v1/accounts")
@Authenticated
public class AccountResource {

    private static final int MOST_USERNAMES = 100;

    private final OwnAccount accounts;
    private final LearnerQueries learners;
    private final AccountViews views;
    private final AccountChange change;
    private final Caller caller;
    private final AttemptLimit emailChanges;

    AccountResource(
            OwnAccount accounts,
            LearnerQueries learners,
            AccountViews views,
            AccountChange change,
            Caller caller,
            @ConfigProperty(name = "laurel.account.email-changes-per-hour") int emailChangesPerHour) {
        this.accounts = accounts;
        this.learners = learners;
        this.views = views;
        this.change = change;
        this.caller = caller;
        this.emailChanges = new AttemptLimit(emailChangesPerHour);
    }

    @GET
    @Operation(
            summary = "Accounts of some learners, by username or email address",
            description =
                    "Each with the members that the caller may see. An address finds an account for the learner, staff "
                            + "and service clients alone. 404 when nothing is found.")
    @APIResponse(responseCode = "200", description = "The accounts")
    @APIResponse(responseCode = "404", description = "There is no such account, or not for the caller")
    public List<Map<String, @Nullable Object>> list(
            @QueryParam("username") @Nullable String usernames,
            @QueryParam("email") @Nullable String email,
            @QueryParam("view") @Nullable String view) {
        List<Learner> found = usernames == null ? byEmail(email) : byUsernames(usernames);
        if (found.isEmpty()) {
            throw ProblemException.notFound("account_not_found", "There is no such account.");
        }
        return views.of(found, isShared(view));
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "A learner's account, with the members that the caller may see")
    public Map<String, @Nullable Object> get(
            @PathParam("username") String username, @QueryParam("view") @Nullable String view) {
        return views.of(List.of(accounts.find(username)), isShared(view)).getFirst();
    }

    @PATCH
    @Path("/{username}")
    @Idempotent
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Change parts of one's own account",
            description =
                    "All of it takes hold, or nothing. Another email address holds when a key that is mailed to it has "
                            + "confirmed it; an address that belongs to somebody is answered alike and gets no mail.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT, implementation = Object.class)))
    @APIResponse(responseCode = "200", description = "The account")
    @APIResponse(responseCode = "400", description = "Members that cannot be taken, under field_errors")
    @APIResponse(responseCode = "403", description = "Another learner's account")
    @APIResponse(responseCode = "404", description = "No such account")
    @APIResponse(responseCode = "409", description = "The learner has asked to be retired")
    @APIResponse(responseCode = "415", description = "The body is no merge patch")
    @APIResponse(responseCode = "429", description = "Too many changes of the email address")
    public Response patch(@PathParam("username") String username, @NotNull JsonNode body) {
        Learner learner = accounts.own(username);
        AccountPatch patch = new AccountPatch(body);
        if (!patch.faults().isEmpty()) {
            return FieldErrors.answer(patch.faults());
        }
        if (patch.email() != null && !patch.email().equals(learner.account().email())) {
            emailChanges.take(learner.id().value());
        }
        ChangeAccount command =
                new ChangeAccount(learner.id(), patch.name(), patch.email(), patch.profile(), caller.cause());
        return switch (change.apply(List.of(command)).getFirst()) {
            case AccountOutcome.Done done -> account(learner);
            case AccountOutcome.Unfit unfit -> FieldErrors.answer(unfit.faults());
            case AccountOutcome.Departed departed -> throw Refusal.of(departed.objection());
        };
    }

    private Response account(Learner before) {
        Learner learner = learners.byId(before.id().value()).orElse(before);
        return Response.ok(views.of(List.of(learner), false).getFirst()).build();
    }

    private List<Learner> byEmail(@Nullable String email) {
        if (email == null) {
            return List.of(accounts.ofCaller());
        }
        return learners.byEmail(email).filter(learner -> caller.isPrivileged() || accounts.isOwn(learner)).stream()
                .toList();
    }

    private List<Learner> byUsernames(String usernames) {
        List<String> asked = Stream.of(usernames.split(",", -1))
                .map(String::strip)
                .filter(username -> !username.isEmpty())
                .distinct()
                .toList();
        if (asked.size() > MOST_USERNAMES) {
            throw ProblemException.badRequest(
                    "too_many_usernames", "At most " + MOST_USERNAMES + " usernames can be asked for at once.");
        }
        return learners.byUsernames(asked);
    }

    private static boolean isShared(@Nullable String view) {
        return "shared".equals(view);
    }
}
