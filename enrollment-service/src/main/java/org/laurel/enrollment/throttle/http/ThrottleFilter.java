package org.laurel.enrollment.throttle.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * Refuses requests of the enrollment API with 429 when a caller makes too many in a minute: 40 of a learner, 120 of global
 * staff, any number of a service client (enrollment, common). Answers tell what is left. Each instance counts for itself.
 */
@Singleton
class ThrottleFilter {

    /** Whose operations are counted. */
    static final String COVERED = "/api/enrollment/v1/";

    private static final String VERDICT = "laurel.throttle.verdict";
    private static final int TOO_MANY_REQUESTS = 429;

    private final Caller caller;
    private final Throttle learners;
    private final Throttle staff;

    ThrottleFilter(
            Caller caller,
            @ConfigProperty(name = "laurel.enrollment.throttle.learner-per-minute", defaultValue = "40")
                    long learnerPerMinute,
            @ConfigProperty(name = "laurel.enrollment.throttle.staff-per-minute", defaultValue = "120")
                    long staffPerMinute,
            @ConfigProperty(name = "laurel.enrollment.throttle.callers", defaultValue = "100000") int callers) {
        this.caller = caller;
        this.learners = new Throttle("learner", learnerPerMinute, callers);
        this.staff = new Throttle("staff", staffPerMinute, callers);
    }

    /** Whoever is anonymous here gets no further than the door anyway. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void count(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(COVERED) || caller.isAnonymous() || caller.isService()) {
            return;
        }
        Throttle throttle = caller.isStaff() ? staff : learners;
        if (throttle.isUnlimited()) {
            return;
        }
        Throttle.Verdict verdict = throttle.take(caller.learnerId());
        request.setProperty(VERDICT, verdict);
        if (!verdict.isAllowed()) {
            throw new ProblemException(
                    Problem.of(
                            TOO_MANY_REQUESTS,
                            "too_many_requests",
                            "You have made " + verdict.perMinute() + " requests within a minute. Try again in "
                                    + verdict.retryAfter() + " seconds."),
                    verdict.retryAfter());
        }
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(VERDICT) instanceof Throttle.Verdict verdict) {
            response.getHeaders().putSingle("RateLimit", verdict.state());
            response.getHeaders().putSingle("RateLimit-Policy", verdict.policy());
        }
    }
}
