package org.laurel.programs.learner.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;
import org.laurel.kit.sql.EachAlone;
import org.laurel.programs.learner.app.UsernameReplacing;
import org.laurel.programs.learner.domain.ReplaceUsername;

/** Replaces usernames, as the operator's tool of existing platforms does in all services. */
@Path("/api/v2/replace_usernames")
@Tag(name = "Personal data")
public class ReplaceUsernamesResource {

    private static final int MOST = 1_000;

    private final UsernameReplacing replacing;

    ReplaceUsernamesResource(UsernameReplacing replacing) {
        this.replacing = replacing;
    }

    /** Usernames to replace: each an object with one member, the old username with the new one. */
    @Schema(name = "UsernameMappings")
    public record Mappings(@NotNull @Size(max = MOST) List<@Nullable Map<String, @Nullable String>> usernameMappings) {}

    /** The pairs that hold now, and those that do not. */
    @Schema(name = "UsernameReplacements")
    public record Replacements(
            List<Map<String, String>> successfulReplacements, List<Map<String, String>> failedReplacements) {}

    @POST
    @Path("/")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SERVICE)
    @Idempotent
    @Operation(
            summary = "Replace usernames, and blank the names of those learners",
            description =
                    "For service clients. Pairs are worked off in order, each on its own. A username that nobody has "
                            + "counts as replaced; one that somebody else has is not given away. Credentials and grades stay the "
                            + "learner's. What enrollment-service tells of a learner later takes the place of what is replaced here.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Replacements.class)))
    public Response replace(@Valid @NotNull Mappings mappings) {
        List<ReplaceUsername> pairs = mappings.usernameMappings().stream()
                .map(ReplaceUsernamesResource::pair)
                .toList();
        List<Boolean> done = EachAlone.apply(pairs, replacing::apply, (pair, failure) -> false);
        Replacements replacements = new Replacements(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < pairs.size(); i++) {
            List<Map<String, String>> list =
                    done.get(i) ? replacements.successfulReplacements() : replacements.failedReplacements();
            list.add(Map.of(pairs.get(i).from(), pairs.get(i).to()));
        }
        return Response.ok(replacements).build();
    }

    private static ReplaceUsername pair(@Nullable Map<String, @Nullable String> mapping) {
        if (mapping != null && mapping.size() == 1) {
            Map.Entry<String, @Nullable String> only =
                    mapping.entrySet().iterator().next();
            if (only.getValue() != null) {
                return new ReplaceUsername(only.getKey(), only.getValue());
            }
        }
        throw ProblemException.badRequest(
                "invalid_mapping", "Each of username_mappings is an object with one member: {\"old\": \"new\"}.");
    }
}
