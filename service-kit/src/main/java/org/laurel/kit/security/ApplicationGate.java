package org.laurel.kit.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Keeps restricted applications out of every operation, the public ones included, that is not {@link OpenToApplications}. */
class ApplicationGate {

    private final Caller caller;

    ApplicationGate(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo resource) {
        caller.application().ifPresent(application -> {
            OpenToApplications open = opening(resource);
            if (open == null) {
                throw refusal("not_for_applications", "Tokens of restricted applications are of no use here.");
            }
            if (!application.hasScope(open.value())) {
                throw refusal(
                        "scope_missing",
                        "The token needs the scope " + open.value() + ", and no filters but content_org and user:me.");
            }
        });
    }

    private static @Nullable OpenToApplications opening(ResourceInfo resource) {
        OpenToApplications own = resource.getResourceMethod().getAnnotation(OpenToApplications.class);
        return own == null ? resource.getResourceClass().getAnnotation(OpenToApplications.class) : own;
    }

    private static ProblemException refusal(String errorCode, String detail) {
        return new ProblemException(Problem.of(403, errorCode, detail));
    }
}
