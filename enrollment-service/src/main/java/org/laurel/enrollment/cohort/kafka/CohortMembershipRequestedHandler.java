package org.laurel.enrollment.cohort.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.cohort.app.MembershipAdoption;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.ToldMembership;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.CohortMembershipRequested;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.UnprocessableEvent;

/** Routes {@code cohort-membership.requested}. Cohorts belong to course runs here, so one of an organisation is parked. */
@ApplicationScoped
class CohortMembershipRequestedHandler implements EventHandler<CohortMembershipRequested> {

    private final MembershipAdoption adoption;

    CohortMembershipRequestedHandler(MembershipAdoption adoption) {
        this.adoption = adoption;
    }

    @Override
    public EventType<CohortMembershipRequested> type() {
        return EventCatalogue.COHORT_MEMBERSHIP_REQUESTED;
    }

    @Override
    public void handle(List<Event<CohortMembershipRequested>> events) {
        adoption.apply(
                events.stream().map(CohortMembershipRequestedHandler::told).toList());
    }

    private static ToldMembership told(Event<CohortMembershipRequested> event) {
        CohortMembershipRequested body = event.body();
        String courseKey = body.courseKey();
        if (courseKey == null) {
            throw new UnprocessableEvent("cohort_without_course_run", "a cohort belongs to a course run");
        }
        return new ToldMembership(
                new LearnerId(body.learnerId()),
                new CohortKey(new CourseKey(courseKey), body.cohortId()),
                body.cohortName(),
                body.isMember(),
                new BusinessTime.Told(event.order(FactKind.COHORT_MEMBERSHIP_REQUESTED.rank())),
                event.cause());
    }
}
