package org.laurel.completion.progress.http;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.learner.db.LearnerQuery;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * Whom a request is about (completion, effective learner). Ordinary callers name themselves, ignoring case, or in older
 * versions nobody; staff and service clients name anybody.
 */
@ApplicationScoped
public class EffectiveLearner {

    private final LearnerQuery learners;
    private final Caller caller;

    EffectiveLearner(LearnerQuery learners, Caller caller) {
        this.learners = learners;
        this.caller = caller;
    }

    /** A learner and the name by which answers speak of him. */
    public record Selected(LearnerId id, String username) {}

    /**
     * The learner with the given username, empty when none is given.
     *
     * @throws ProblemException 403 when the caller may not name this learner, 404 when nobody has the name
     */
    public Optional<Selected> named(@Nullable String username) {
        return username == null || username.isEmpty() ? Optional.empty() : Optional.of(known(username));
    }

    /**
     * The learner with this username.
     *
     * @throws ProblemException 403 when the caller may not name this learner, 404 when nobody has the name
     */
    public Selected known(String username) {
        if (caller.is(username)) {
            return self();
        }
        requireMayName(username);
        return learners.byUsername(username)
                .map(learner -> new Selected(learner.id(), learner.username()))
                .orElseThrow(() -> ProblemException.notFound("user_not_found", "Not found."));
    }

    /** Refuses ordinary callers who name somebody else, whether or not there is such a learner. */
    public void requireMayName(@Nullable String username) {
        if (username != null && !username.isEmpty() && !caller.is(username)) {
            requirePrivileged();
        }
    }

    /**
     * The caller.
     *
     * @throws AuthenticationFailedException when the token's subject is no learner id, which is answered with 401
     */
    public Selected self() {
        try {
            return new Selected(new LearnerId(caller.learnerId()), caller.username());
        } catch (IllegalArgumentException malformed) {
            throw new AuthenticationFailedException(malformed);
        }
    }

    /** The caller, who is staff or a service client; others are refused. */
    Selected privilegedSelf() {
        requirePrivileged();
        return self();
    }

    /** Refuses callers who are neither staff nor a service client. */
    public void requirePrivileged() {
        if (!caller.isPrivileged()) {
            throw forbidden();
        }
    }

    public static ProblemException forbidden() {
        return ProblemException.forbidden("You do not have permission to perform this action.");
    }
}
