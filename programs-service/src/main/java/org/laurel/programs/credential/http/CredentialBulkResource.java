package org.laurel.programs.credential.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.kit.sql.EachAlone;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.Posted;

/** Many credentials in one request. */
@Path("/api/programs/v1/credentials/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Credentials")
public class CredentialBulkResource {

    private static final int MOST = 1_000;

    private final CredentialPosting posting;
    private final Caller caller;

    CredentialBulkResource(CredentialPosting posting, Caller caller) {
        this.posting = posting;
        this.caller = caller;
    }

    /** An item that can be read, and its place in the request. */
    private record Asked(int place, PostCredential command) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Award or revoke 1 to 1,000 credentials, made where there are none",
            description = "Each item as in POST /api/v2/credentials/. What is wrong with one does not cost the others.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CredentialBody.Bulk.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CredentialBulkAnswer.class)))
    public Response post(@Nullable JsonNode body) {
        JsonNode items = body == null ? null : body.get("credentials");
        if (items == null || !items.isArray() || items.isEmpty() || items.size() > MOST) {
            throw new Unreadable("invalid_credentials", "credentials", "credentials is a list of 1 to 1,000 items.");
        }
        Cause cause = caller.cause();
        Posted[] results = new Posted[items.size()];
        List<Asked> asked = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            try {
                asked.add(new Asked(place, CredentialReader.read(items.get(place), cause)));
            } catch (Unreadable unreadable) {
                results[place] = unreadable.refusal();
            }
        }
        List<Posted> done = EachAlone.apply(asked, this::apply, (item, failure) -> CredentialBulkAnswer.FAILED);
        for (int i = 0; i < asked.size(); i++) {
            results[asked.get(i).place()] = done.get(i);
        }
        return Response.ok(CredentialBulkAnswer.of(Arrays.asList(results))).build();
    }

    private List<Posted> apply(List<Asked> items) {
        return posting.apply(items.stream().map(Asked::command).toList());
    }
}
