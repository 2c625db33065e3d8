package org.laurel.certificates.asset.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.asset.db.AssetQuery;
import org.laurel.certificates.asset.domain.Asset;
import org.laurel.certificates.file.db.FileQuery;
import org.laurel.certificates.file.domain.StoredFile;
import org.laurel.certificates.file.http.FileAnswer;
import org.laurel.kit.problem.ProblemException;

/** The files of template assets, for everybody: public certificate pages show them. */
@Path("/certificates/assets/{slug}")
@PermitAll
@Tag(name = "Template assets")
public class AssetFileResource {

    /** A replaced file shows after five minutes at the latest. */
    private static final String CACHE = "public, max-age=300";

    private final AssetQuery assets;
    private final FileQuery files;

    AssetFileResource(AssetQuery assets, FileQuery files) {
        this.assets = assets;
        this.files = files;
    }

    @GET
    @Operation(
            summary = "A template asset's file, by its slug",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "The client has it already")
    public Response get(@PathParam("slug") String slug, @Context Request request) {
        Asset asset = assets.bySlug(slug).orElseThrow(AssetFileResource::notFound);
        StoredFile file = files.open(asset.sha256()).orElseThrow(AssetFileResource::notFound);
        String type = asset.mediaType().startsWith("text/") ? asset.mediaType() + ";charset=UTF-8" : asset.mediaType();
        return FileAnswer.inline(
                new StoredFile(file.sha256(), type, file.content(), file.createdAt()),
                asset.fileName(),
                CACHE,
                request);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("asset_not_found", "There is no such asset.");
    }
}
