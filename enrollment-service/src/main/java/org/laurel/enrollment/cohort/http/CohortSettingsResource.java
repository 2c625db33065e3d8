package org.laurel.enrollment.cohort.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.app.CohortSwitch;
import org.laurel.enrollment.cohort.db.CohortQueries;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Whether cohorts count in a course run, for course staff. */
@Path("/api/cohorts/v1/settings/{course_key: .+}")
@Authenticated
public class CohortSettingsResource {

    private final CohortCourses courses;
    private final CohortQueries cohorts;
    private final CohortSwitch cohortSwitch;
    private final Caller caller;

    CohortSettingsResource(CohortCourses courses, CohortQueries cohorts, CohortSwitch cohortSwitch, Caller caller) {
        this.courses = courses;
        this.cohorts = cohorts;
        this.cohortSwitch = cohortSwitch;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Whether cohorts count in a course run")
    public CohortSettingsView get(@PathParam("course_key") String courseKey) {
        return new CohortSettingsView(cohorts.isCohorted(courses.course(courseKey)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Let cohorts count in a course run, or not",
            description = "When they begin to, everybody who is enrolled gets a random cohort in the background.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CohortSettingsView.class)))
    @APIResponse(responseCode = "400", description = "is_cohorted is missing or neither true nor false")
    public Response put(
            @PathParam("course_key") String courseKey,
            @RequestBodySchema(CohortSettingsView.class) @Nullable JsonNode body) {
        CourseKey key = courses.course(courseKey);
        JsonNode flag = body == null ? null : body.get("is_cohorted");
        if (flag == null || !flag.isBoolean()) {
            throw ProblemException.badRequest("invalid-cohort-settings", "is_cohorted takes true or false.");
        }
        boolean isCohorted = flag.booleanValue();
        cohortSwitch.apply(List.of(new CohortSwitch.Setting(key, isCohorted, caller.cause())));
        return Response.ok(new CohortSettingsView(isCohorted)).build();
    }
}
