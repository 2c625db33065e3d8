package org.laurel.enrollment.learner.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.kit.sql.DatabaseException;

/** Learners by id. */
@Path("/api/enrollment/v1/learners/{learner_id}")
public class LearnerResource {

    private final LearnerRegistration registration;
    private final VisibleLearners learners;
    private final Caller caller;
    private final Clock clock;

    LearnerResource(LearnerRegistration registration, VisibleLearners learners, Caller caller, Clock clock) {
        this.registration = registration;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(summary = "A learner, for the learner, staff and service clients")
    public LearnerView get(@PathParam("learner_id") String learnerId) {
        return LearnerView.of(learners.find(learnerId));
    }

    @PUT
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Create or replace a learner")
    @APIResponse(responseCode = "201", description = "The learner is new")
    @APIResponse(responseCode = "200", description = "The learner was known")
    @APIResponse(responseCode = "400", description = "The username, email address or name breaks a rule")
    @APIResponse(responseCode = "409", description = "Another learner has the username or email address")
    public Response put(@PathParam("learner_id") String learnerId, @NotNull @Valid LearnerBody body) {
        Cause cause = caller.cause();
        SubmitLearner command = new SubmitLearner(
                VisibleLearners.id(learnerId),
                body.account(),
                body.allowCertificate(),
                new BusinessTime.Asked(clock.instant(), cause.id()),
                cause);
        return switch (apply(command)) {
            case LearnerOutcome.Changed changed ->
                Response.status(changed.isNew() ? 201 : 200)
                        .entity(LearnerView.of(changed.after()))
                        .build();
            case LearnerOutcome.Unchanged unchanged ->
                Response.ok(LearnerView.of(unchanged.learner())).build();
            case LearnerOutcome.Refused refused -> throw refused(refused.objection());
            case LearnerOutcome.Unknown unknown -> throw new IllegalStateException("submitting makes a learner known");
        };
    }

    private LearnerOutcome apply(SubmitLearner command) {
        try {
            return registration.apply(List.of(command)).getFirst();
        } catch (DatabaseException failure) {
            throw Clash.in(failure).map(LearnerResource::refused).orElseThrow(() -> failure);
        }
    }

    private static ProblemException refused(Objection objection) {
        return new ProblemException(Problem.of(objection.isClash() ? 409 : 400, objection.code(), objection.detail()));
    }
}
