package org.laurel.certificates.generation.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.db.ObservedQuery;
import org.laurel.certificates.generation.db.ObservedQuery.Waiting;
import org.laurel.certificates.generation.db.ObservedQuery.WaitingLearner;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Roles;

/** What was decided and takes no effect since the course run, or the whole deployment, is observed only. */
@Path("/api/certificates/v1")
@Authenticated
@Tag(name = "Observed decisions")
public class ObservedResource {

    private final AdministeredRuns known;
    private final ObservedQuery observed;

    ObservedResource(AdministeredRuns known, ObservedQuery observed) {
        this.known = known;
        this.observed = observed;
    }

    /**
     * What waits in a course run.
     *
     * @param mode whether decisions take effect there now: {@code observe} or {@code live}
     * @param nextCursor hand it in as {@code cursor} to get the next learners, null on the last page
     */
    public record CourseObserved(
            String courseKey,
            String mode,
            long award,
            long revoke,
            long change,
            long stated,
            List<WaitingLearner> results,
            @Nullable String nextCursor) {}

    @GET
    @Path("/observed")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "Course runs in which something would change, with how many learners")
    public CursorPage<Waiting> courseRuns(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        return CursorPage.of(observed.courseRuns(cursor, limit + 1), limit, Waiting::courseKey);
    }

    @GET
    @Path("/course-runs/{course_key: .+}/observed")
    @Operation(
            summary = "What would change in a course run, learner by learner",
            description = "For the course run's instructors, staff and service clients.")
    public CourseObserved courseRun(
            @PathParam("course_key") String courseKey,
            @QueryParam("pending") @Nullable @Pattern(regexp = "award|revoke|change|stated") String pending,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        CourseKey key = known.own(courseKey);
        Waiting counts = observed.courseRun(key);
        CursorPage<WaitingLearner> page =
                CursorPage.of(observed.learners(key, pending, cursor, limit + 1), limit, WaitingLearner::learnerId);
        return new CourseObserved(
                key.value(),
                known.terms(key).mode().slug(),
                counts.award(),
                counts.revoke(),
                counts.change(),
                counts.stated(),
                page.results(),
                page.nextCursor());
    }
}
