package org.laurel.enrollment.account.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.kit.security.Caller;

/** Who calls. */
@Path("/api/user/v1/me")
@Authenticated
public class MeResource {

    private final LearnerQueries learners;
    private final Caller caller;

    MeResource(LearnerQueries learners, Caller caller) {
        this.learners = learners;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The caller's username: the account's, or the token's for callers without an account")
    public Me me() {
        return new Me(learners.byId(caller.learnerId())
                .map(learner -> learner.account().username())
                .orElse(caller.username()));
    }

    /** The caller. */
    record Me(String username) {}
}
