package org.laurel.enrollment.cohort.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.app.CohortPlacement;
import org.laurel.enrollment.cohort.db.CohortQueries;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** The members of a cohort, for course staff. */
@Path("/api/cohorts/v1/courses/{course_key: .+}/cohorts/{cohort_id: [0-9]+}/users")
@Authenticated
public class CohortUsersResource {

    private static final int USUAL_PAGE = 10;
    private static final int LARGEST_PAGE = 100;

    private final CohortCourses courses;
    private final CohortQueries cohorts;
    private final CohortAdditions additions;
    private final CohortPlacement placement;
    private final LearnerQueries learners;
    private final PageLinks links;
    private final Caller caller;
    private final Clock clock;

    CohortUsersResource(
            CohortCourses courses,
            CohortQueries cohorts,
            CohortAdditions additions,
            CohortPlacement placement,
            LearnerQueries learners,
            PageLinks links,
            Caller caller,
            Clock clock) {
        this.courses = courses;
        this.cohorts = cohorts;
        this.additions = additions;
        this.placement = placement;
        this.learners = learners;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The members of a cohort by username")
    public NumberedPage<MemberView> list(
            @PathParam("course_key") String courseKey,
            @PathParam("cohort_id") String cohortId,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize) {
        CohortKey cohort = cohort(courseKey, cohortId);
        PageRequest wanted = PageRequest.of(page, pageSize, USUAL_PAGE, LARGEST_PAGE);
        List<MemberView> members = cohorts.members(cohort, wanted.offset(), wanted.size()).stream()
                .map(MemberView::of)
                .toList();
        return NumberedPage.of(members, cohorts.countMembers(cohort), wanted, links);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Add people to a cohort by username or email address",
            description =
                    "Whoever is in another cohort of the course run moves. For an address that nobody has the cohort "
                            + "waits until somebody does.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AdditionView.class)))
    @APIResponse(responseCode = "400", description = "users is missing or wrong")
    public Response add(
            @PathParam("course_key") String courseKey,
            @PathParam("cohort_id") String cohortId,
            @RequestBodySchema(CohortUsersBody.class) @Nullable JsonNode body) {
        CohortKey cohort = cohort(courseKey, cohortId);
        return added(cohort, CohortUsersBody.names(body));
    }

    @POST
    @Path("/{username}")
    @Idempotent
    @Operation(summary = "Add one person to a cohort")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AdditionView.class)))
    public Response addOne(
            @PathParam("course_key") String courseKey,
            @PathParam("cohort_id") String cohortId,
            @PathParam("username") String username) {
        return added(cohort(courseKey, cohortId), List.of(username.strip()));
    }

    @DELETE
    @Path("/{username}")
    @Idempotent
    @Operation(summary = "Take a learner out of a cohort")
    @APIResponse(
            responseCode = "204",
            description = "The learner is not in the cohort, whether it was so before or not")
    @APIResponse(responseCode = "404", description = "No such course run, cohort or learner")
    public Response remove(
            @PathParam("course_key") String courseKey,
            @PathParam("cohort_id") String cohortId,
            @PathParam("username") String username) {
        CohortKey cohort = cohort(courseKey, cohortId);
        Learner learner = learners.byUsername(username).orElseThrow(CohortUsersResource::unknown);
        Cause cause = caller.cause();
        PlacementOutcome outcome = placement
                .apply(List.of(
                        new Leave(learner.id(), cohort, new BusinessTime.Asked(clock.instant(), cause.id()), cause)))
                .getFirst();
        if (outcome instanceof PlacementOutcome.Retired) {
            throw unknown();
        }
        return Response.noContent().build();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("user-does-not-exist", "There is no such learner.");
    }

    private CohortKey cohort(String courseKey, String cohortId) {
        return courses.cohort(courseKey, cohortId).cohort().key();
    }

    private Response added(CohortKey cohort, List<String> names) {
        List<CohortAdditions.Wish> wishes = names.stream()
                .map(name -> new CohortAdditions.Wish(name, cohort))
                .toList();
        return Response.ok(AdditionView.of(additions.add(wishes, caller.cause())))
                .build();
    }
}
