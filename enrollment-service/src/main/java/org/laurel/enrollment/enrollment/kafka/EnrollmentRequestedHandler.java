package org.laurel.enrollment.enrollment.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.enrollment.learner.kafka.LearnerIntake;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentRequested;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code enrollment.requested}: first the learners that came along, then the enrollments. */
@ApplicationScoped
class EnrollmentRequestedHandler implements EventHandler<EnrollmentRequested> {

    private final LearnerIntake learners;
    private final Enrolling enrolling;

    EnrollmentRequestedHandler(LearnerIntake learners, Enrolling enrolling) {
        this.learners = learners;
        this.enrolling = enrolling;
    }

    @Override
    public EventType<EnrollmentRequested> type() {
        return EventCatalogue.ENROLLMENT_REQUESTED;
    }

    @Override
    public void handle(List<Event<EnrollmentRequested>> events) {
        List<SubmitLearner> along =
                events.stream().flatMap(EnrollmentRequestedHandler::learner).toList();
        if (!along.isEmpty()) {
            learners.takeAlong(along);
        }
        enrolling.apply(
                events.stream().map(EnrollmentRequestedHandler::enrollment).toList());
    }

    private static Stream<SubmitLearner> learner(Event<EnrollmentRequested> event) {
        LearnerSnapshot learner = event.body().learner();
        if (learner == null) {
            return Stream.empty();
        }
        Account account = new Account(learner.username(), learner.email(), learner.name(), learner.isActive());
        return Stream.of(new SubmitLearner(
                new LearnerId(learner.learnerId()),
                account,
                null,
                new BusinessTime.Told(event.order(FactKind.LEARNER_OF_ENROLLMENT.rank())),
                event.cause()));
    }

    private static AdoptEnrollment enrollment(Event<EnrollmentRequested> event) {
        EnrollmentRequested body = event.body();
        return new AdoptEnrollment(
                new EnrollmentKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey())),
                body.mode(),
                body.isActive(),
                body.createdAt(),
                new BusinessTime.Told(event.order(FactKind.ENROLLMENT_REQUESTED.rank())),
                event.cause());
    }
}
