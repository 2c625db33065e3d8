package org.laurel.enrollment.account.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Self;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Tells whether an account is the caller's own (accounts, who may do what). */
@ApplicationScoped
public class OwnAccount {

    private final LearnerQueries learners;
    private final Self self;
    private final Caller caller;

    OwnAccount(LearnerQueries learners, Self self, Caller caller) {
        this.learners = learners;
        this.self = self;
        this.caller = caller;
    }

    /**
     * The account of a username.
     *
     * @throws ProblemException 404 when there is none
     */
    public Learner find(String username) {
        return learners.byUsername(username).orElseThrow(OwnAccount::unknown);
    }

    /**
     * The caller's own account.
     *
     * @throws ProblemException 404 when there is no account of the username, 403 when it is another learner's
     */
    public Learner own(String username) {
        Learner learner = find(username);
        if (!isOwn(learner)) {
            throw ProblemException.forbidden("This is another learner's account.");
        }
        return learner;
    }

    /**
     * An account that the caller may see all of.
     *
     * @throws ProblemException 404 when there is no account of the username, 403 when it is neither the caller's own nor is
     *     the caller staff or a service client
     */
    public Learner readable(String username) {
        Learner learner = find(username);
        if (!caller.isPrivileged() && !isOwn(learner)) {
            throw ProblemException.forbidden("This is another learner's account.");
        }
        return learner;
    }

    /**
     * The account of whoever calls.
     *
     * @throws ProblemException 404 when the caller is no learner here
     */
    public Learner ofCaller() {
        return self.find().orElseThrow(OwnAccount::unknown);
    }

    /** Whether the account is the caller's. */
    public boolean isOwn(Learner learner) {
        return self.is(learner);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("account_not_found", "There is no such account.");
    }
}
