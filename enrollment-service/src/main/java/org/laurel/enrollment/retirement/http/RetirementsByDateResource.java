package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Retirements by the days on which they were asked for, as existing drivers list them (retirement, by status and date). */
@Path("/api/user/v1/accounts/retirements_by_status_and_date")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementsByDateResource {

    private static final int MOST = 10_000;

    private final RetirementQueries retirements;
    private final RetirementPolicy policy;

    RetirementsByDateResource(RetirementQueries retirements, RetirementPolicy policy) {
        this.retirements = retirements;
        this.policy = policy;
    }

    @GET
    @Operation(summary = "Retirements in a state that were asked for on these days, both included")
    public List<DriverRetirement> list(
            @QueryParam("start_date") @Nullable String startDate,
            @QueryParam("end_date") @Nullable String endDate,
            @QueryParam("state") @Nullable String state) {
        Instant begin = Days.start("start_date", String.valueOf(startDate));
        Instant end = Days.end("end_date", String.valueOf(endDate));
        if (end.isBefore(begin)) {
            throw ProblemException.badRequest("invalid_date", "end_date lies before start_date.");
        }
        if (state == null || !policy.states().names().contains(state)) {
            throw ProblemException.badRequest("invalid_state", "There is no state of this name.");
        }
        return retirements.after(0, state, begin, end, MOST).stream()
                .filter(one -> one.cancelledAt() == null)
                .map(one -> DriverRetirement.of(one, policy.states()))
                .toList();
    }
}
