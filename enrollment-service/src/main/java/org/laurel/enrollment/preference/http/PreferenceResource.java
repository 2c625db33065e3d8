package org.laurel.enrollment.preference.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.account.http.FieldErrors;
import org.laurel.enrollment.account.http.OwnAccount;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Refusal;
import org.laurel.enrollment.preference.app.PreferenceChanging;
import org.laurel.enrollment.preference.db.PreferenceQueries;
import org.laurel.enrollment.preference.domain.PreferenceChange;
import org.laurel.enrollment.preference.domain.PreferenceOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;

/** Preferences of learners, texts by key, at the paths that existing clients use. Only the learner changes them. */
@Path("/api/user/v1/preferences/{username}")
@Authenticated
public class PreferenceResource {

    private final OwnAccount accounts;
    private final PreferenceQueries preferences;
    private final PreferenceChanging changing;

    PreferenceResource(OwnAccount accounts, PreferenceQueries preferences, PreferenceChanging changing) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.changing = changing;
    }

    @GET
    @Operation(summary = "A learner's preferences, for the learner, staff and service clients")
    public Map<String, String> list(@PathParam("username") String username) {
        return preferences.of(accounts.readable(username).id());
    }

    @PATCH
    @Idempotent
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Change preferences; null deletes one")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT, implementation = Object.class)))
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "400", description = "A key or value breaks a rule; nothing was changed")
    @APIResponse(responseCode = "415", description = "The body is no merge patch")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response patch(@PathParam("username") String username, @NotNull JsonNode body) {
        Learner learner = accounts.own(username);
        if (!body.isObject()) {
            throw ProblemException.badRequest("unreadable_body", "The body is a JSON object of preferences.");
        }
        Map<String, Optional<String>> values = new HashMap<>();
        body.properties().forEach(member -> values.put(member.getKey(), text(member.getValue())));
        return change(new PreferenceChange(learner.id(), values));
    }

    @GET
    @Path("/{key}")
    @Operation(summary = "One preference, as a JSON text")
    public Response get(@PathParam("username") String username, @PathParam("key") String key) {
        String value = preferences.of(accounts.readable(username).id()).get(key);
        if (value == null) {
            throw unknown();
        }
        return Response.ok(TextNode.valueOf(value), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @PUT
    @Path("/{key}")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set one preference to a JSON text")
    @RequestBody(content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response put(@PathParam("username") String username, @PathParam("key") String key, @NotNull JsonNode value) {
        Learner learner = accounts.own(username);
        return change(new PreferenceChange(
                learner.id(), Map.of(key, Optional.of(text(value).orElse("")))));
    }

    @DELETE
    @Path("/{key}")
    @Idempotent
    @Operation(summary = "Delete one preference")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response delete(@PathParam("username") String username, @PathParam("key") String key) {
        Learner learner = accounts.own(username);
        if (!preferences.of(learner.id()).containsKey(key)) {
            throw unknown();
        }
        return change(new PreferenceChange(learner.id(), Map.of(key, Optional.empty())));
    }

    private Response change(PreferenceChange change) {
        return switch (changing.apply(List.of(change)).getFirst()) {
            case PreferenceOutcome.Done done -> Response.noContent().build();
            case PreferenceOutcome.Unfit unfit -> FieldErrors.answer(unfit.faults());
            case PreferenceOutcome.Departed departed -> throw Refusal.of(departed.objection());
        };
    }

    /** Preferences are texts: numbers and flags become one, as existing platforms have it. */
    private static Optional<String> text(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isValueNode() ? value.asText() : value.toString());
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("preference_not_found", "There is no such preference.");
    }
}
