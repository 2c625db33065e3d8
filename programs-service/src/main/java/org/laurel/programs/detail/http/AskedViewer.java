package org.laurel.programs.detail.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.detail.app.PresentProgram.Identity;
import org.laurel.programs.learner.db.LearnerQuery;

/** Whose view of a program is asked for. */
@ApplicationScoped
class AskedViewer {

    private final Caller caller;
    private final LearnerQuery learners;

    AskedViewer(Caller caller, LearnerQuery learners) {
        this.caller = caller;
        this.learners = learners;
    }

    /** The caller, whom the token names: the replica may not know the caller, or not by this name. */
    Identity self() {
        return new Identity(new LearnerId(caller.learnerId()), caller.username());
    }

    /** The learner with this username, the caller when it is not given; 403 for others but to staff and services. */
    Identity of(@Nullable String username) {
        if (username == null || username.isEmpty() || caller.is(username)) {
            return self();
        }
        if (!caller.isPrivileged()) {
            throw ProblemException.forbidden("Only staff and service clients may see a program as others do.");
        }
        return Optional.of(username)
                .filter(name -> name.indexOf('\0') < 0)
                .flatMap(learners::named)
                .map(learner -> new Identity(learner.id(), learner.username()))
                .orElseThrow(() ->
                        ProblemException.notFound("learner_not_found", "There is no learner with this username."));
    }
}
