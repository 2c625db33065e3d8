package org.laurel.enrollment.cohort.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.app.CohortDefinition;
import org.laurel.enrollment.cohort.db.CohortQueries;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortCommand;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.CohortOutcome;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** The cohorts of a course run, for course staff; status codes are those of existing clients. */
@Path("/api/cohorts/v1/courses/{course_key: .+}/cohorts")
@Authenticated
public class CohortResource {

    private static final String ONE = "/{cohort_id: [0-9]+}";

    private final CohortCourses courses;
    private final CohortQueries cohorts;
    private final CohortDefinition definition;
    private final Caller caller;

    CohortResource(CohortCourses courses, CohortQueries cohorts, CohortDefinition definition, Caller caller) {
        this.courses = courses;
        this.cohorts = cohorts;
        this.definition = definition;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The cohorts of a course run by name; ordering is asc or desc")
    public List<CohortView> list(
            @PathParam("course_key") String courseKey, @QueryParam("ordering") @DefaultValue("asc") String ordering) {
        CourseKey key = courses.course(courseKey);
        List<CohortView> views =
                cohorts.ofCourse(key).stream().map(CohortView::of).toList();
        return switch (ordering) {
            case "asc" -> views;
            case "desc" -> views.reversed();
            default -> throw ProblemException.badRequest("invalid-ordering", "ordering is asc or desc.");
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Make a cohort")
    @APIResponse(
            responseCode = "200",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CohortView.class)))
    @APIResponse(responseCode = "400", description = "A member is missing or wrong, or another cohort has the name")
    public Response create(
            @PathParam("course_key") String courseKey,
            @RequestBodySchema(CohortBody.Members.class) @Nullable JsonNode body) {
        CourseKey key = courses.course(courseKey);
        Cohort cohort = apply(CohortBody.of(body).create(key, caller.cause()));
        return Response.ok(view(cohort.key())).build();
    }

    @GET
    @Path(ONE)
    @Operation(summary = "A cohort")
    public CohortView get(@PathParam("course_key") String courseKey, @PathParam("cohort_id") String cohortId) {
        return CohortView.of(courses.cohort(courseKey, cohortId));
    }

    @PATCH
    @Path(ONE)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Idempotent
    @Operation(
            summary = "Change a cohort's name, assignment type or content group",
            description = "Members are told a new name in the background.")
    @APIResponse(responseCode = "204", description = "The cohort is as asked for")
    @APIResponse(responseCode = "400", description = "Wrong or no members, a taken name, or the last random cohort")
    public Response amend(
            @PathParam("course_key") String courseKey,
            @PathParam("cohort_id") String cohortId,
            @RequestBodySchema(CohortBody.Members.class) @Nullable JsonNode body) {
        CohortKey key = courses.cohort(courseKey, cohortId).cohort().key();
        var unused = apply(CohortBody.of(body).amend(key, caller.cause()));
        return Response.noContent().build();
    }

    private Cohort apply(CohortCommand command) {
        return switch (definition.apply(List.of(command)).getFirst()) {
            case CohortOutcome.Done done -> done.cohort();
            case CohortOutcome.NameTaken taken ->
                throw ProblemException.badRequest(
                        "cohort-name-exists", "Another cohort of the course run has this name.");
            case CohortOutcome.LastRandom last ->
                throw ProblemException.badRequest(
                        "last-random-cohort", "Learners who enroll need a random cohort, and this is the last one.");
            case CohortOutcome.Unknown unknown -> throw CohortCourses.noCohort();
        };
    }

    private CohortView view(CohortKey key) {
        return cohorts.byKey(key).map(CohortView::of).orElseThrow(CohortCourses::noCohort);
    }
}
