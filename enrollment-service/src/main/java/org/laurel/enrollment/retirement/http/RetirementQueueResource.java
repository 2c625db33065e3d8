package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** What existing drivers ask for first: whose retirement goes on (retirement, queue). */
@Path("/api/user/v1/accounts/retirement_queue")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementQueueResource {

    private static final int MOST = 1_000;
    private static final int MOST_DAYS = 36_500;

    private final RetirementQueries retirements;
    private final RetirementPolicy policy;
    private final Clock clock;

    RetirementQueueResource(RetirementQueries retirements, RetirementPolicy policy, Clock clock) {
        this.retirements = retirements;
        this.policy = policy;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Retirements in some states that were asked for so many days ago, oldest first")
    public List<DriverRetirement> queue(
            @QueryParam("cool_off_days") @Nullable String coolOffDays,
            @QueryParam("states") List<String> states,
            @QueryParam("limit") @Nullable String limit) {
        int days = number("cool_off_days", coolOffDays, 0, MOST_DAYS);
        if (states.isEmpty() || !policy.states().names().containsAll(states)) {
            throw ProblemException.badRequest("invalid_states", "states names no state, or one that does not exist.");
        }
        int most = limit == null ? MOST : number("limit", limit, 1, Integer.MAX_VALUE);
        Instant before = clock.instant().minus(Duration.ofDays(days));
        return retirements.queue(states, before, Math.min(most, MOST)).stream()
                .map(one -> DriverRetirement.of(one, policy.states()))
                .toList();
    }

    private static int number(String parameter, @Nullable String text, int least, int most) {
        try {
            int number = Integer.parseInt(String.valueOf(text));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw refused(parameter, least);
        }
        throw refused(parameter, least);
    }

    private static ProblemException refused(String parameter, int least) {
        return ProblemException.badRequest("invalid_number", parameter + " is no number from " + least + " on.");
    }
}
