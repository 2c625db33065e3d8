package org.laurel.programs.completionmail.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.security.Roles;
import org.laurel.programs.completionmail.db.TemplateQuery;

/** Which template of completion mails holds for a program; for staff and service clients. */
@Path("/api/programs/v1/programs/{uuid}/completion-mail")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Completion mails")
public class ProgramCompletionMailResource {

    private final TemplateQuery templates;

    ProgramCompletionMailResource(TemplateQuery templates) {
        this.templates = templates;
    }

    @GET
    @Operation(
            summary = "The template that holds for a program, enabled or not",
            description = "The first there is: of the program, of its type, the default one.")
    @APIResponse(
            responseCode = "200",
            description = "The template; its ETag is its version",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        return TemplateAnswers.get(
                templates.ofProgram(UuidParameter.read(uuid)).orElseThrow(TemplateAnswers::absent), request);
    }
}
