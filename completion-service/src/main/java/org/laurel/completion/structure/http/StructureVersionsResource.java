package org.laurel.completion.structure.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.db.StructureVersionQuery;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.completion.structure.domain.StructureVersion;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** What was published for course runs before, and the way back to it. */
@Path("/api/completion/v1/course-structures/{course_key: .+}/versions")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Course structures")
public class StructureVersionsResource {

    private final StructureVersionQuery versions;
    private final StructurePublishing publishing;
    private final Caller caller;

    StructureVersionsResource(StructureVersionQuery versions, StructurePublishing publishing, Caller caller) {
        this.versions = versions;
        this.publishing = publishing;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Everything that was published for a course run, the structure that counts first",
            description = "In the order in which they would count: by time, then by number.")
    public CursorPage<StructureVersionAnswer> list(
            @PathParam("course_key") String courseKeyText,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        CursorPage<StructureVersion> page = CursorPage.of(
                        versions.list(CourseKeys.parsed(courseKeyText), cursor, limit + 1),
                        limit,
                        version -> String.valueOf(version.id()))
                .orUnknown(cursor == null, CourseKeys::structureNotFound);
        return new CursorPage<>(
                page.results().stream().map(StructureVersionAnswer::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{version: [^/:]+}")
    @Operation(
            summary = "A structure that was published for a course run",
            description = "By the publisher's number; of several with the same one the newest.")
    public StructureBody get(@PathParam("course_key") String courseKeyText, @PathParam("version") String version) {
        return StructureBody.of(found(CourseKeys.parsed(courseKeyText), version));
    }

    @POST
    @Path("/{version: [^/:]+}:restore")
    @Idempotent
    @Operation(
            summary = "Publish the content of an earlier structure again",
            description =
                    "As a new version, from now on: learners' numbers follow, and others are told. What is restored and "
                            + "counts already changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Published, or unchanged",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PublicationAnswer.class)))
    public Response restore(@PathParam("course_key") String courseKeyText, @PathParam("version") String version) {
        CourseKey courseKey = CourseKeys.parsed(courseKeyText);
        CourseStructure earlier = found(courseKey, version);
        Publish command = new Publish(courseKey, null, earlier.root(), earlier.blocks(), null, true, caller.cause());
        return Response.ok(PublicationAnswer.of(
                        courseKey, publishing.apply(List.of(command)).getFirst()))
                .build();
    }

    private CourseStructure found(CourseKey courseKey, String version) {
        return versions.find(courseKey, number(version))
                .orElseThrow(() -> ProblemException.notFound(
                        "structure_not_found", "No structure with this number was published for this course run."));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest("invalid_version", "A version is a whole number.");
        }
    }
}
