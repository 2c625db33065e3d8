package org.laurel.enrollment.enrollment.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Finds whose enrollment a request means, and hides other learners from those who may not know of them. */
@ApplicationScoped
class EnrollmentSubjects {

    private final LearnerQueries learners;
    private final Caller caller;

    EnrollmentSubjects(LearnerQueries learners, Caller caller) {
        this.learners = learners;
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
        return email == null || email.isEmpty() ? self() : Optional.of(byEmail(email));
    }

    /** Whether the caller may see this learner's enrollments. */
    boolean mayAskFor(String username) {
        return caller.isPrivileged()
                || caller.is(username)
                || learners.byUsername(username).filter(this::isCaller).isPresent();
    }

    /** The learner with the username, for callers who see only a part of what there is. */
    Optional<Learner> anybody(String username) {
        return learners.byUsername(username);
    }

    private Optional<Learner> byUsername(String username) {
        if (!mayAskFor(username)) {
            throw ProblemException.notFound("not_found", "There is no such enrollment.");
        }
        return learners.byUsername(username);
    }

    private Learner byEmail(String email) {
        if (!caller.isPrivileged()) {
            throw ProblemException.notFound("not_found", "There is no such enrollment.");
        }
        return learners.byEmail(email)
                .orElseThrow(() ->
                        new ProblemException(Problem.of(406, "learner_unknown", "No learner has this email address.")));
    }

    private Optional<Learner> self() {
        return learners.byId(caller.learnerId()).or(() -> learners.byUsername(caller.username()));
    }

    private boolean isCaller(Learner learner) {
        return learner.id().value().equals(caller.learnerId());
    }
}
