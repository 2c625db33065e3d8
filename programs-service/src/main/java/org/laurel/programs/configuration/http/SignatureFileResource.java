package org.laurel.programs.configuration.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.configuration.db.SignatoryQuery;
import org.laurel.programs.configuration.db.SignatoryQuery.Found;
import org.laurel.programs.configuration.domain.Picture;

/** Pictures of signatures, for everybody: public pages show them. */
@Path("/credentials/signatories/{id}/{file}")
@PermitAll
@Tag(name = "Credential pages")
public class SignatureFileResource {

    /** The address names the content, so what is kept never differs; a picture that was taken away is gone within a day. */
    private static final String CACHE = "public, max-age=86400, immutable";

    private final SignatoryQuery signatories;

    SignatureFileResource(SignatoryQuery signatories) {
        this.signatories = signatories;
    }

    @GET
    @Operation(
            summary = "The picture of a signature",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The picture")
    @APIResponse(responseCode = "304", description = "The client has it already")
    public Response get(@PathParam("id") long id, @PathParam("file") String file, @Context Request request) {
        Picture picture = signatories
                .find(id)
                .map(Found::signatory)
                .map(signatory -> signatory.picture())
                .filter(known -> known.fileName().equals(file))
                .orElseThrow(SignatureFileResource::notFound);
        Response.ResponseBuilder known = request.evaluatePreconditions(new EntityTag(picture.sha256()));
        Response.ResponseBuilder answer = known != null
                ? known
                : Response.ok(
                        signatories.picture(id, picture.sha256()).orElseThrow(SignatureFileResource::notFound),
                        picture.type().mediaType());
        return answer.tag(new EntityTag(picture.sha256()))
                .header("Cache-Control", CACHE)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("picture_not_found", "There is no such picture.");
    }
}
