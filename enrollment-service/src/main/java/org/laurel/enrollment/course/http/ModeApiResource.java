package org.laurel.enrollment.course.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.ModeEdit;
import org.laurel.enrollment.patch.http.MergePatches;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.OpenToApplications;
import org.laurel.kit.security.Roles;

/**
 * Single modes of a course run, as existing clients of the course modes API read and change them. Each change leads to a new
 * list of modes like one that was replaced as a whole.
 */
@Path("/api/course_modes/v1/courses")
public class ModeApiResource {

    private static final String READ = "course_modes:read";
    /** A course key whose slashes, if it has any, may stand unencoded: one segment or three, so that a slug can follow. */
    private static final String COURSE = "/{course_id: [^/]+/[^/]+/[^/]+|[^/]+}";

    private static final String ONE = COURSE + "/{mode_slug: [^/]+}";

    private final CourseQueries courses;
    private final ModeEdits edits;
    private final ModeReaders readers;
    private final MergePatches patches;

    ModeApiResource(CourseQueries courses, ModeEdits edits, ModeReaders readers, MergePatches patches) {
        this.courses = courses;
        this.edits = edits;
        this.readers = readers;
        this.patches = patches;
    }

    @GET
    @Path(COURSE)
    @Authenticated
    @OpenToApplications(READ)
    @Operation(
            summary = "The modes of a course run, expired ones included",
            description =
                    "For staff, service clients, and restricted applications with the scope course_modes:read; one that "
                            + "has content_org filters reads the modes of those organisations' course runs.")
    public List<ModeView> list(@PathParam("course_id") String courseId) {
        CourseRun run = readable(courseId);
        return run.modes().list().stream()
                .map(mode -> ModeView.of(run.key(), mode))
                .toList();
    }

    @POST
    @Path(COURSE)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Add a mode to a course run")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModeView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The mode breaks a rule, or the course run has it in this currency")
    public Response add(@PathParam("course_id") String courseId, @NotNull @Valid ModeBody body) {
        CourseKey key = CourseKeys.parse(courseId);
        String slug = body.modeSlug();
        if (slug == null) {
            throw ProblemException.badRequest("mode_slug_missing", "mode_slug is required.");
        }
        requireSame("course_id", body.courseId(), key.value());
        CourseMode mode = body.mode(slug);
        edits.apply(key, new ModeEdit.Add(mode));
        return Response.status(201).entity(ModeView.of(key, mode)).build();
    }

    @GET
    @Path(ONE)
    @Authenticated
    @OpenToApplications(READ)
    @Operation(
            summary = "One mode of a course run",
            description =
                    "Where the run has it in several currencies: the one in the given currency, else in usd, else the "
                            + "first one.")
    public ModeView get(
            @PathParam("course_id") String courseId,
            @PathParam("mode_slug") String slug,
            @QueryParam("currency") @Nullable String currency) {
        CourseRun run = readable(courseId);
        return run.modes()
                .find(slug, ModeEdits.lower(currency))
                .map(mode -> ModeView.of(run.key(), mode))
                .orElseThrow(ModeEdits::unknownMode);
    }

    @PATCH
    @Path(ONE)
    @Consumes(MergePatches.MEDIA_TYPE)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Change a mode of a course run",
            description =
                    "A JSON merge patch; other media types are answered with 415. Slug and course key cannot change.")
    @RequestBody(
            content = @Content(mediaType = MergePatches.MEDIA_TYPE, schema = @Schema(implementation = ModeBody.class)))
    @APIResponse(responseCode = "204", description = "The mode has these values")
    @APIResponse(responseCode = "415", description = "The body is no merge patch")
    public Response amend(
            @PathParam("course_id") String courseId,
            @PathParam("mode_slug") String slug,
            @QueryParam("currency") @Nullable String currency,
            @Nullable JsonNode body) {
        CourseKey key = CourseKeys.parse(courseId);
        MergePatches.Patch<ModeBody> patch = patches.read(body, ModeBody.class, ModeBody.MEMBERS);
        requireSame("course_id", patch.body().courseId(), key.value());
        requireSame("mode_slug", patch.body().modeSlug(), slug);
        edits.apply(
                key,
                new ModeEdit.Amend(
                        slug, ModeEdits.lower(currency), mode -> patch.body().amend(mode, patch.given())));
        return Response.noContent().build();
    }

    @DELETE
    @Path(ONE)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Take a mode from a course run; enrollments in it stay")
    @APIResponse(responseCode = "204", description = "The course run is no longer offered in this mode")
    public Response remove(
            @PathParam("course_id") String courseId,
            @PathParam("mode_slug") String slug,
            @QueryParam("currency") @Nullable String currency) {
        edits.apply(CourseKeys.parse(courseId), new ModeEdit.Remove(slug, ModeEdits.lower(currency)));
        return Response.noContent().build();
    }

    private CourseRun readable(String courseId) {
        CourseKey key = CourseKeys.parse(courseId);
        readers.require(key);
        return courses.byKey(key).orElseThrow(ModeEdits::unknownCourse);
    }

    private static void requireSame(String member, @Nullable String told, String path) {
        if (told != null && !told.equals(path)) {
            throw ProblemException.badRequest("wrong_" + member, member + " differs from the one of the path.");
        }
    }
}
