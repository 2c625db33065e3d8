package org.laurel.enrollment.role.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.VisibleLearners;
import org.laurel.enrollment.role.app.RoleAssignment;
import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.enrollment.role.domain.RoleOutcome;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.enrollment.role.domain.SetRole;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Gives and takes roles by request, from now on. */
@ApplicationScoped
class RoleGrants {

    private final RoleAssignment assignment;
    private final VisibleLearners learners;
    private final Caller caller;
    private final Clock clock;

    RoleGrants(RoleAssignment assignment, VisibleLearners learners, Caller caller, Clock clock) {
        this.assignment = assignment;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Gives a role: 201 when it was not held, 200 when it was.
     *
     * @throws ProblemException 400 for an unknown role or one that needs an organisation, 404 for an unknown learner, 409 for
     *     a retired one
     */
    Response give(String learnerId, String role, RoleScope scope) {
        Asked asked = asked(learnerId, role, scope);
        return switch (apply(asked, true)) {
            case RoleOutcome.Changed changed ->
                Response.status(201)
                        .entity(RoleView.of(changed.after(), asked.username()))
                        .build();
            case RoleOutcome.Unchanged unchanged -> {
                var current = unchanged.current();
                if (current == null) {
                    throw new IllegalStateException("a request to give a role is never overtaken");
                }
                yield Response.ok(RoleView.of(current, asked.username())).build();
            }
            case RoleOutcome.Retired retired -> throw retired();
        };
    }

    /**
     * Takes a role away: 204, whether it was held or not.
     *
     * @throws ProblemException as {@link #give}
     */
    Response take(String learnerId, String role, RoleScope scope) {
        if (apply(asked(learnerId, role, scope), false) instanceof RoleOutcome.Retired) {
            throw retired();
        }
        return Response.noContent().build();
    }

    private static ProblemException retired() {
        return new ProblemException(Problem.of(409, "learner_retired", "The learner is retired for good."));
    }

    private record Asked(RoleKey key, String username) {}

    private Asked asked(String learnerId, String name, RoleScope scope) {
        AccessRole role = RoleTexts.role(name);
        if (scope instanceof RoleScope.Everywhere && !role.mayHoldEverywhere()) {
            throw ProblemException.badRequest("scope_missing", "This role needs a course run or an organisation.");
        }
        Learner learner = learners.find(learnerId);
        return new Asked(
                new RoleKey(learner.id(), scope, role), learner.account().username());
    }

    private RoleOutcome apply(Asked asked, boolean isMember) {
        Cause cause = caller.cause();
        SetRole command =
                new SetRole(asked.key(), isMember, new BusinessTime.Asked(clock.instant(), cause.id()), cause);
        return assignment.apply(List.of(command)).getFirst();
    }
}
