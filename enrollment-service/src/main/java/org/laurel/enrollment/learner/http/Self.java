package org.laurel.enrollment.learner.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.security.Caller;

/**
 * The learner who calls: the one whose id is the token's subject. The token's username counts only where no learner, retired
 * ones included, has that id: a username may have passed from one learner to another, an id never does.
 */
@ApplicationScoped
public class Self {

    private final LearnerQueries learners;
    private final Caller caller;

    Self(LearnerQueries learners, Caller caller) {
        this.learners = learners;
        this.caller = caller;
    }

    /** The caller, found by one statement; empty when the caller is no learner here, or is retired. */
    public Optional<Learner> find() {
        return learners.ofToken(caller.learnerId(), caller.username());
    }

    /** Whether the caller is this learner, who is not retired; only one with another id and the same username costs a look. */
    public boolean is(Learner learner) {
        return learner.id().value().equals(caller.learnerId())
                || (caller.is(learner.account().username())
                        && find().filter(self -> self.id().equals(learner.id())).isPresent());
    }
}
