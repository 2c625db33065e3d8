package org.laurel.kit.security;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/**
 * Keeps restricted applications out of every operation that is not {@link OpenToApplications} to a scope of theirs. To public
 * operations an application is anybody, see {@link Caller}.
 */
class ApplicationGate {

    private static final List<Class<? extends Annotation>> CLOSING =
            List.of(Authenticated.class, RolesAllowed.class, DenyAll.class);

    private final Caller caller;

    ApplicationGate(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo resource) {
        if (!isPublic(resource)) {
            caller.application().ifPresent(application -> require(application, opening(resource)));
        }
    }

    private static void require(ApplicationGrant application, @Nullable OpenToApplications open) {
        if (open == null) {
            throw refusal("not_for_applications", "Tokens of restricted applications are of no use here.");
        }
        if (!application.hasScope(open.value())) {
            throw refusal("scope_missing", "The token needs the scope " + open.value() + ".");
        }
        if (!application.isUnderstood()) {
            throw refusal(
                    "filter_unknown", "The token has a filter that is neither user:me nor begins with content_org:.");
        }
    }

    private static boolean isPublic(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method.isAnnotationPresent(PermitAll.class)
                || (resource.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && CLOSING.stream().noneMatch(method::isAnnotationPresent));
    }

    private static @Nullable OpenToApplications opening(ResourceInfo resource) {
        return resource.getResourceMethod().getAnnotation(OpenToApplications.class);
    }

    private static ProblemException refusal(String errorCode, String detail) {
        return new ProblemException(Problem.of(403, errorCode, detail));
    }
}
