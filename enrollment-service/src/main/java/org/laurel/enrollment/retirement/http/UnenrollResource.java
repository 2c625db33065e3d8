package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.retirement.app.Unenrolling;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RequestRetirement;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** A step of existing drivers: ends all enrollments of somebody who has asked to be retired (enrollment, unenroll). */
@Path("/api/enrollment/v1/unenroll")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class UnenrollResource {

    private final RetirementQueries retirements;
    private final Unenrolling unenrolling;
    private final Caller caller;
    private final Clock clock;

    UnenrollResource(RetirementQueries retirements, Unenrolling unenrolling, Caller caller, Clock clock) {
        this.retirements = retirements;
        this.unenrolling = unenrolling;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(summary = "End all enrollments of a learner who has asked to be retired")
    @APIResponse(responseCode = "200", description = "The organisations of the course runs that were left")
    @APIResponse(responseCode = "204", description = "There was no active enrollment")
    @APIResponse(responseCode = "404", description = "No username, or no retirement was asked for")
    public Response unenroll(Retirees.@Nullable Request request) {
        LearnerRetirement retirement = retirement(request);
        List<EnrollmentKey> left = unenrolling.apply(
                List.of(new RequestRetirement(retirement.learnerId(), clock.instant(), caller.cause())));
        return left.isEmpty()
                ? Response.noContent().build()
                : Response.ok(left.stream()
                                .map(key -> key.courseKey().org())
                                .distinct()
                                .sorted()
                                .toList())
                        .build();
    }

    private LearnerRetirement retirement(Retirees.@Nullable Request request) {
        String username = request == null || request.username() == null ? "" : request.username();
        return retirements
                .byUsername(username)
                .orElseThrow(() ->
                        ProblemException.notFound("retirement_not_found", "This user has asked for no retirement."));
    }
}
