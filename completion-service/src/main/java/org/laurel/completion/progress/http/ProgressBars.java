package org.laurel.completion.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's progress as a bar, for frames in other pages. */
@Authenticated
@Tag(name = "Completion")
public abstract class ProgressBars {

    private final ProgressBarPage page;

    ProgressBars(ProgressBarPage page) {
        this.page = page;
    }

    @GET
    @Path("/{course_key: .+}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "The caller's progress in a course run as a bar",
            description = "With a chapter's key, or the last part of it, after the course key: in that chapter. 0 % of "
                    + "whatever is not there.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response bar(@PathParam("course_key") String path) {
        return page.of(path);
    }
}
