package org.laurel.programs.credential.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.app.CredentialDeciding;
import org.laurel.programs.credential.db.DecisionQuery;
import org.laurel.programs.credential.domain.DecideCredential;

/** What staff decided about a credential. */
@Path("/api/programs/v1/credentials/{uuid}/decision")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Credentials")
public class DecisionResource {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final int LONGEST_REASON = 1_000;

    private final CredentialDeciding deciding;
    private final DecisionQuery decisions;
    private final CredentialView view;
    private final Caller caller;

    DecisionResource(CredentialDeciding deciding, DecisionQuery decisions, CredentialView view, Caller caller) {
        this.deciding = deciding;
        this.decisions = decisions;
        this.view = view;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What staff decided about a credential; 404 when its status follows the certificates")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionAnswer.class)))
    public Response get(@PathParam("uuid") String uuid) {
        DecisionQuery.Found found = decisions.find(view.known(uuid)).orElseThrow(DecisionResource::noDecision);
        return Response.ok(DecisionAnswer.of(found))
                .tag(String.valueOf(found.version()))
                .build();
    }

    @GET
    @Path("/history")
    @Operation(
            summary = "All that staff ever decided about a credential, newest first",
            description = "Decisions that were taken back are among them, and who took them back.")
    public CursorPage<DecisionVersionAnswer> history(
            @PathParam("uuid") String uuid,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        CursorPage<DecisionQuery.Entry> page = CursorPage.of(
                decisions.history(view.known(uuid), cursor, limit + 1), limit, entry -> String.valueOf(entry.number()));
        return new CursorPage<>(
                page.results().stream().map(DecisionVersionAnswer::of).toList(), page.nextCursor());
    }

    @DELETE
    @Idempotent
    @Operation(
            summary = "Take the decision back",
            description =
                    "The credential's status follows certificates and catalogue again, at once: what they gave meanwhile "
                            + "counts. With If-Match only while the given decision holds.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CredentialItem.class)))
    @APIResponse(responseCode = "412", description = "Another decision holds than If-Match says")
    public Response delete(
            @PathParam("uuid") String text,
            @QueryParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID uuid = UuidText.ofDigits(text).orElseThrow(CredentialView::notFound);
        var command = new DecideCredential(
                uuid, null, expected(ifMatch), caller.cause().because(reason(reason)));
        return switch (deciding.apply(List.of(command)).getFirst()) {
            case CHANGED, UNCHANGED -> Response.ok(view.get(uuid)).build();
            case NO_DECISION -> throw noDecision();
            case NO_CREDENTIAL -> throw CredentialView.notFound();
            case OTHER_VERSION ->
                throw new ProblemException(Problem.of(
                        412, "other_decision", "Another decision holds than If-Match names. Read it again first."));
        };
    }

    private static @Nullable String reason(@Nullable String text) {
        if (text != null && (text.length() > LONGEST_REASON || !StorableText.isStorable(text))) {
            throw new Unreadable("invalid_reason", "reason", "reason is a text of at most 1000 characters.");
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** The version that If-Match names, null for any. One that no decision can have, where the header is no tag of ours. */
    private static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : -1L;
    }

    private static ProblemException noDecision() {
        return ProblemException.notFound(
                "no_decision",
                "Staff have decided nothing about this credential; its status follows the certificates.");
    }
}
