package org.laurel.programs.catalogue.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.catalogue.app.ProgramDefinition;
import org.laurel.programs.catalogue.db.ProgramQuery;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;

/** Programs of the catalogue. */
@Path("/api/programs/v1/programs/{uuid}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramResource {

    private final ProgramDefinition definition;
    private final ProgramQuery programs;
    private final Caller caller;
    private final ObjectReader json;

    ProgramResource(ProgramDefinition definition, ProgramQuery programs, Caller caller, ObjectMapper json) {
        this.definition = definition;
        this.programs = programs;
        this.caller = caller;
        this.json = json.reader()
                .with(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @GET
    @Authenticated
    @Operation(summary = "A program as it was put")
    @APIResponseSchema(ProgramDocument.class)
    public Response get(@PathParam("uuid") String uuid) {
        return programs.document(uuid(uuid))
                .map(document -> Response.ok(document).build())
                .orElseThrow(() -> ProblemException.notFound("program_not_found", "There is no such program."));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Create or replace a program",
            description =
                    "The document is kept whole, members that nobody here knows included. Learners who complete the "
                            + "program as it is now are awarded its credential soon after; nobody loses one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProgramDocument.class)))
    public Response put(@PathParam("uuid") String uuidText, String body) {
        UUID uuid = uuid(uuidText);
        DefineProgram command = new DefineProgram(ProgramReader.read(uuid, parse(body)), body, caller.cause());
        Definition done = definition.apply(List.of(command)).getFirst();
        String document = programs.document(uuid).orElseThrow();
        return done instanceof Definition.Created
                ? Response.created(URI.create("/api/programs/v1/programs/" + uuid))
                        .entity(document)
                        .build()
                : Response.ok(document).build();
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw ProblemException.badRequest("unreadable_body", "The body is not the JSON that is expected here.");
        }
    }

    private static UUID uuid(String text) {
        if (!text.matches(ProgramReader.UUID_FORM)) {
            throw ProblemException.badRequest("invalid_uuid", "The uuid is not valid.");
        }
        return UUID.fromString(text);
    }
}
