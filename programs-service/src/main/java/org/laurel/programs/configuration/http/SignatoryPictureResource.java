package org.laurel.programs.configuration.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.configuration.domain.Member;
import org.laurel.programs.configuration.domain.Picture;
import org.laurel.programs.configuration.domain.SignatoryCommand;

/** The picture of a signatory's signature. */
@Path("/api/programs/v1/signatories/{id}/image")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Signatories")
public class SignatoryPictureResource {

    private final SignatoryAnswers answers;
    private final Caller caller;
    private final Clock clock;

    SignatoryPictureResource(SignatoryAnswers answers, Caller caller, Clock clock) {
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Consumes({"image/png", "image/jpeg", "application/octet-stream"})
    @Idempotent
    @Operation(
            summary = "Give a signatory a picture",
            description = "The body is the picture, a PNG or JPEG of at most 250 KiB. Its bytes tell which.")
    @APIResponse(
            responseCode = "200",
            description = "The signatory; image is where everybody can get the picture",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response put(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        SignatoryCommand.Change change = change(id, ifMatch, Member.of(PictureBody.read(body)));
        return SignatoryAnswers.answer(Response.ok(), answers.saved(new SignatoryCommand.Draw(change, body)));
    }

    @DELETE
    @Idempotent
    @Operation(summary = "Take a signatory's picture away")
    @APIResponse(
            responseCode = "200",
            description = "The signatory, without picture",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response delete(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return SignatoryAnswers.answer(Response.ok(), answers.saved(change(id, ifMatch, Member.of(null))));
    }

    private SignatoryCommand.Change change(long id, @Nullable String ifMatch, Member<Picture> picture) {
        return new SignatoryCommand.Change(
                id,
                Member.absent(),
                Member.absent(),
                Member.absent(),
                picture,
                IfMatch.read(ifMatch),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.cause());
    }
}
