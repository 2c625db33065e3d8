package org.laurel.enrollment.role.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.enrollment.role.app.RoleAssignment;
import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.enrollment.role.domain.SetRole;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.CourseRoleRequested;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.UnprocessableEvent;

/** Routes {@code course-role.requested}; a role that is not known, or an organisation that no key can name, parks the record. */
@ApplicationScoped
class CourseRoleRequestedHandler implements EventHandler<CourseRoleRequested> {

    private final RoleAssignment assignment;

    CourseRoleRequestedHandler(RoleAssignment assignment) {
        this.assignment = assignment;
    }

    @Override
    public EventType<CourseRoleRequested> type() {
        return EventCatalogue.COURSE_ROLE_REQUESTED;
    }

    @Override
    public void handle(List<Event<CourseRoleRequested>> events) {
        assignment.apply(
                events.stream().map(CourseRoleRequestedHandler::command).toList());
    }

    private static SetRole command(Event<CourseRoleRequested> event) {
        CourseRoleRequested body = event.body();
        AccessRole role = AccessRole.named(body.role())
                .orElseThrow(() -> new UnprocessableEvent("role_unknown", "the role is none that this service knows"));
        return new SetRole(
                new RoleKey(new LearnerId(body.learnerId()), scope(body), role),
                body.isMember(),
                new BusinessTime.Told(event.order(FactKind.COURSE_ROLE_REQUESTED.rank())),
                event.cause());
    }

    /** In a course run the organisation is the one of its key, whatever else was told: there is one role and not two. */
    private static RoleScope scope(CourseRoleRequested body) {
        String courseKey = body.courseKey();
        if (courseKey != null) {
            return new RoleScope.Run(new CourseKey(courseKey));
        }
        if (!RoleScope.isOrganisation(body.org())) {
            throw new UnprocessableEvent("org_unfit", "no course key can name the organisation");
        }
        return new RoleScope.Organisation(body.org());
    }
}
