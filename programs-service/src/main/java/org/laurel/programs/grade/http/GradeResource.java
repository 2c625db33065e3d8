package org.laurel.programs.grade.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.grade.app.GradeAmending;
import org.laurel.programs.grade.app.GradeRecording;
import org.laurel.programs.grade.db.GradeQuery;
import org.laurel.programs.grade.db.GradeQuery.Found;
import org.laurel.programs.grade.domain.AmendGrade;
import org.laurel.programs.grade.domain.AmendGrade.Change;
import org.laurel.programs.grade.domain.Grade;
import org.laurel.programs.grade.domain.RecordGrade;
import org.laurel.programs.grade.http.StatedGrades.Statement;

/** Grades, at the paths and in the shape that existing platforms send them. */
@Path("/api/v2/grades")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Tag(name = "Grades")
public class GradeResource {

    private final GradeRecording recording;
    private final GradeAmending amending;
    private final GradeQuery grades;
    private final GradeMembers members;
    private final StatedGrades stated;

    GradeResource(
            GradeRecording recording,
            GradeAmending amending,
            GradeQuery grades,
            GradeMembers members,
            StatedGrades stated) {
        this.recording = recording;
        this.amending = amending;
        this.grades = grades;
        this.members = members;
        this.stated = stated;
    }

    @POST
    @Path("/")
    @Idempotent
    @Operation(
            summary = "State a learner's grade in a course run",
            description =
                    "Creates or replaces the grade of this learner in this run. A grade that was told before, by an event "
                            + "too, and is newer by its time stays; the answer has the grade that is kept. 400 for learners "
                            + "and course runs that are not known.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = GradeBody.class)),
                @Content(
                        mediaType = "application/x-www-form-urlencoded",
                        schema = @Schema(implementation = GradeBody.class))
            })
    @APIResponse(
            responseCode = "201",
            description = "The grade that is kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GradeItem.class)))
    public Response post(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, String body) {
        GradeReader reader = new GradeReader(members.of(type, body));
        String username = reader.required("username");
        CourseKey courseKey = reader.courseRun();
        Change change = complete(reader);
        CaseKey key = new CaseKey(stated.learner(username), stated.known(courseKey));
        Statement statement = stated.at(change.toldAt());
        recording.apply(List.of(new RecordGrade(key, change.of(Grade.NONE), statement.order(), statement.cause())));
        return Response.status(Response.Status.CREATED)
                .entity(GradeItem.of(grades.find(key).orElseThrow()))
                .build();
    }

    @PUT
    @Path("/{id}/")
    @Idempotent
    @Operation(
            summary = "State all of a grade that is known",
            description = "username and course_run must be those of the grade. Otherwise as for POST.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GradeBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The grade that is kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GradeItem.class)))
    public Response put(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, String body) {
        Found found = stated.find(id);
        JsonNode given = members.of(type, body);
        GradeReader reader = new GradeReader(given);
        reader.required("username");
        reader.courseRun();
        Change change = complete(reader);
        return amend(found, given, change);
    }

    @PATCH
    @Path("/{id}/")
    @Idempotent
    @Operation(
            summary = "State members of a grade that is known",
            description = "Absent members stay. Otherwise as for PUT.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GradeBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The grade that is kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GradeItem.class)))
    public Response patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, String body) {
        Found found = stated.find(id);
        JsonNode given = members.of(type, body);
        GradeReader reader = new GradeReader(given);
        Change change = reader.change();
        reader.refuse();
        return amend(found, given, change);
    }

    private Response amend(Found found, JsonNode given, Change change) {
        stated.requireSame(given, found);
        Statement statement = stated.at(change.toldAt());
        amending.apply(List.of(new AmendGrade(found.id(), change, statement.order(), statement.cause())));
        return Response.ok(GradeItem.of(grades.find(found.id()).orElseThrow())).build();
    }

    private static Change complete(GradeReader reader) {
        Change change = reader.change();
        reader.require("percent_grade");
        reader.refuse();
        return change;
    }
}
