package org.laurel.certificates.asset.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.asset.app.AssetKeeping;
import org.laurel.certificates.asset.db.AssetQuery;
import org.laurel.certificates.asset.domain.Asset;
import org.laurel.certificates.asset.domain.AssetCommand;
import org.laurel.certificates.asset.domain.AssetOutcome;
import org.laurel.certificates.file.http.RevisionTag;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Files that templates use, for global staff and service clients. */
@Path("/api/certificates/v1/template-assets")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Template assets")
public class AssetResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final AssetKeeping keeping;
    private final AssetQuery assets;
    private final Caller caller;
    private final String publicUrl;
    private final long largest;

    AssetResource(
            AssetKeeping keeping,
            AssetQuery assets,
            Caller caller,
            PublicUrl publicUrl,
            @ConfigProperty(name = "laurel.asset.max-size") MemorySize largest) {
        this.keeping = keeping;
        this.assets = assets;
        this.caller = caller;
        this.publicUrl = publicUrl.origin();
        this.largest = largest.asLongValue();
    }

    @GET
    @Operation(summary = "Template assets, newest first")
    public CursorPage<AssetAnswer> list(
            @QueryParam("cursor") @Nullable Long cursor, @QueryParam("limit") @Nullable Integer limit) {
        int size = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
        List<AssetAnswer> found = assets.before(cursor == null ? Long.MAX_VALUE : cursor, size + 1).stream()
                .map(asset -> AssetAnswer.of(asset, publicUrl))
                .toList();
        return CursorPage.of(found, size, item -> String.valueOf(item.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A template asset", description = "Its file is at url, for everybody.")
    public Response get(@PathParam("id") long id) {
        return answer(Response.ok(), assets.byId(id).orElseThrow(AssetResource::notFound));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            summary = "Upload a template asset",
            description = "The type is told by the bytes: PNG, JPEG, GIF, WebP, CSS, TrueType, OpenType or WOFF2.")
    @APIResponse(responseCode = "201", description = "Kept")
    @APIResponse(responseCode = "409", description = "Another asset has this slug")
    @APIResponse(responseCode = "413", description = "Too large; the detail says what is allowed")
    @APIResponse(responseCode = "415", description = "Of no type that is allowed; the detail names them")
    public Response upload(@BeanParam AssetUpload form) {
        Asset made =
                saved(new AssetCommand.Upload(form.slug(), form.description(), form.file(largest), caller.cause()));
        return answer(Response.created(URI.create("/api/certificates/v1/template-assets/" + made.id())), made);
    }

    @PUT
    @Path("/{id}/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            summary = "Replace an asset's file",
            description = "The path stays for the same file name. Only the part file is read.")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AssetAnswer.class)))
    @APIResponse(responseCode = "413", description = "Too large; the detail says what is allowed")
    @APIResponse(responseCode = "415", description = "Of no type that is allowed; the detail names them")
    public Response replace(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @BeanParam AssetUpload form) {
        Long revision = RevisionTag.expected(ifMatch, id);
        return answer(
                Response.ok(), saved(new AssetCommand.ReplaceFile(id, revision, form.file(largest), caller.cause())));
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(summary = "Delete an asset", description = "Templates that name it get an empty address from then on.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    public Response delete(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        outcome(new AssetCommand.Delete(id, RevisionTag.expected(ifMatch, id), caller.cause()));
        return Response.noContent().build();
    }

    private Asset saved(AssetCommand command) {
        if (outcome(command) instanceof AssetOutcome.Saved saved) {
            return saved.asset();
        }
        throw new IllegalStateException("an asset is saved or refused");
    }

    private AssetOutcome outcome(AssetCommand command) {
        AssetOutcome outcome = keeping.apply(List.of(command)).getFirst();
        return switch (outcome) {
            case AssetOutcome.Saved saved -> saved;
            case AssetOutcome.Deleted deleted -> deleted;
            case AssetOutcome.Unknown unknown -> throw notFound();
            case AssetOutcome.Stale stale -> throw RevisionTag.stale();
            case AssetOutcome.SlugTaken taken ->
                throw new ProblemException(Problem.of(
                        409,
                        "asset_slug_taken",
                        "Another asset is called " + taken.slug() + "; replace its file instead."));
        };
    }

    private Response answer(Response.ResponseBuilder answer, Asset asset) {
        return answer.tag(RevisionTag.of(asset.id(), asset.revision()))
                .entity(AssetAnswer.of(asset, publicUrl))
                .build();
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("asset_not_found", "There is no such asset.");
    }
}
