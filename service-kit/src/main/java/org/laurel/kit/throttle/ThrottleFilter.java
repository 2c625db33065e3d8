package org.laurel.kit.throttle;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Refuses requests with 429 when a caller makes more of them in a minute than a {@link RequestLimit} grants; answers tell what is left. */
@Singleton
class ThrottleFilter {

    private static final String VERDICT = "laurel.throttle.verdict";
    private static final int TOO_MANY_REQUESTS = 429;

    private final Caller caller;
    private final List<Counted> counted;

    ThrottleFilter(Caller caller, Instance<RequestLimits> limits) {
        this.caller = caller;
        this.counted = limits.stream()
                .flatMap(all -> all.limits().stream().map(limit -> Counted.of(limit, all.callers())))
                .toList();
    }

    /** Whoever is anonymous gets no further than the door anyway. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void count(ContainerRequestContext request) {
        covering(request).ifPresent(each -> {
            Throttle.Verdict verdict = each.throttle().take(caller.learnerId());
            request.setProperty(VERDICT, verdict);
            if (!verdict.isAllowed()) {
                throw new ProblemException(refusal(verdict, each.limit()), verdict.retryAfter());
            }
        });
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(VERDICT) instanceof Throttle.Verdict verdict) {
            response.getHeaders().putSingle("RateLimit", verdict.state());
            response.getHeaders().putSingle("RateLimit-Policy", verdict.policy());
        }
    }

    private Optional<Counted> covering(ContainerRequestContext request) {
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        String path = request.getUriInfo().getPath();
        return counted.stream()
                .filter(each -> each.limit().covers(request.getMethod(), path))
                .filter(each -> each.limit().callers().include(caller))
                .findFirst()
                .filter(each -> !each.throttle().isUnlimited());
    }

    private static Problem refusal(Throttle.Verdict verdict, RequestLimit limit) {
        Problem problem = Problem.of(
                TOO_MANY_REQUESTS,
                "too_many_requests",
                "You have made " + verdict.perMinute() + " requests within a minute. Try again in "
                        + verdict.retryAfter() + " seconds.");
        return limit.tellsError() ? problem.withError() : problem;
    }

    /** A limit and who has made how many requests. */
    private record Counted(RequestLimit limit, Throttle throttle) {

        static Counted of(RequestLimit limit, int callers) {
            return new Counted(limit, new Throttle(limit.name(), limit.perMinute(), callers));
        }
    }
}
