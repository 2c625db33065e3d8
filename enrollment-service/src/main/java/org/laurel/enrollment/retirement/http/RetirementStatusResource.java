package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** The retirement of a learner, by the username that the learner had (retirement, status). */
@Path("/api/user/v1/accounts/{username}/retirement_status")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementStatusResource {

    private final RetirementQueries retirements;
    private final RetirementPolicy policy;

    RetirementStatusResource(RetirementQueries retirements, RetirementPolicy policy) {
        this.retirements = retirements;
        this.policy = policy;
    }

    @GET
    @Operation(summary = "A retirement by the username, exactly as it was when the retirement was asked for")
    public DriverRetirement get(@PathParam("username") String username) {
        return retirements
                .byUsername(username)
                .map(one -> DriverRetirement.of(one, policy.states()))
                .orElseThrow(() ->
                        ProblemException.notFound("retirement_not_found", "This user has asked for no retirement."));
    }
}
