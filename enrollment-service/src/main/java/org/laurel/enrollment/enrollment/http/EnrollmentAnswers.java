package org.laurel.enrollment.enrollment.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Stage;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Veto;
import org.laurel.enrollment.enrollment.domain.Refusal;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Answers enrollment requests in the words and with the status codes of existing clients. */
@ApplicationScoped
class EnrollmentAnswers {

    private final EnrollmentViews views;

    EnrollmentAnswers(EnrollmentViews views) {
        this.views = views;
    }

    /** How the learner stands now, or a 400 or 403 that says why not as was asked. */
    Response of(EnrollmentOutcome outcome, Learner learner, CourseKey courseKey) {
        return switch (outcome) {
            case EnrollmentOutcome.Changed changed ->
                Response.ok(views.of(learner, changed.after())).build();
            case EnrollmentOutcome.Unchanged unchanged ->
                Response.ok(views.of(learner, unchanged.enrollment())).build();
            case EnrollmentOutcome.Refused refused -> refused(refused.reason(), courseKey);
            case EnrollmentOutcome.Vetoed vetoed -> vetoed(Stage.ENROLLMENT, vetoed.veto());
            case EnrollmentOutcome.Waiting waiting -> throw new IllegalStateException("a request never waits");
        };
    }

    /** A policy's refusal: 403, but 400 for a request that may not be made. */
    Response vetoed(Stage stage, Veto veto) {
        VetoedView view = switch (stage) {
            case EMBARGO -> VetoedView.of(403, "embargo", veto);
            case REQUEST -> VetoedView.of(400, "request_vetoed", veto);
            case ENROLLMENT -> VetoedView.of(403, "enrollment_vetoed", veto);
        };
        return Response.status(view.problem().status())
                .type(Problem.MEDIA_TYPE)
                .entity(view)
                .build();
    }

    private Response refused(Refusal reason, CourseKey courseKey) {
        Problem problem = Problem.of(400, reason.code(), reason.detail());
        if (reason != Refusal.MODE_NOT_OFFERED) {
            throw new ProblemException(problem);
        }
        return Response.status(400)
                .type(Problem.MEDIA_TYPE)
                .entity(new ModeUnavailable(problem, reason.detail(), views.details(courseKey)))
                .build();
    }
}
