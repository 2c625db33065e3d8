package org.laurel.enrollment.enrollment.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Self;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Finds whose enrollment a request means, and hides other learners from those who may not know of them. */
@ApplicationScoped
class EnrollmentSubjects {

    private final LearnerQueries learners;
    private final Self self;
    private final Caller caller;

    EnrollmentSubjects(LearnerQueries learners, Self self, Caller caller) {
        this.learners = learners;
        this.self = self;
        this.caller = caller;
    }

    /**
     * The learner with the username, else with the email address, else the caller; empty when there is no such learner.
     *
     * @throws ProblemException 404 when the caller may not ask for that learner, 406 for an unknown email address
     */
    Optional<Learner> find(@Nullable String username, @Nullable String email) {
        if (username != null && !username.isEmpty()) {
            return byUsername(username);
        }
        return email == null || email.isEmpty() ? self.find() : Optional.of(byEmail(email));
    }

    /** Whether the caller may see this learner's enrollments; of a username that nobody has, its bearer may ask. */
    boolean mayAskFor(String username) {
        return caller.isPrivileged() || mayAskFor(username, learners.byUsername(username));
    }

    /** The learner with the username, for callers who see only a part of what there is. */
    Optional<Learner> anybody(String username) {
        return learners.byUsername(username);
    }

    private Optional<Learner> byUsername(String username) {
        Optional<Learner> named = learners.byUsername(username);
        if (!caller.isPrivileged() && !mayAskFor(username, named)) {
            throw ProblemException.notFound("not_found", "There is no such enrollment.");
        }
        return named;
    }

    private Learner byEmail(String email) {
        if (!caller.isPrivileged()) {
            throw ProblemException.notFound("not_found", "There is no such enrollment.");
        }
        return learners.byEmail(email)
                .orElseThrow(() ->
                        new ProblemException(Problem.of(406, "learner_unknown", "No learner has this email address.")));
    }

    private boolean mayAskFor(String username, Optional<Learner> named) {
        return named.map(self::is).orElseGet(() -> caller.is(username));
    }
}
