package org.laurel.enrollment.role.kafka;

import jakarta.inject.Singleton;
import org.laurel.enrollment.role.domain.CourseRole;
import org.laurel.enrollment.role.domain.RoleFact;
import org.laurel.events.EventCatalogue;
import org.laurel.events.enrollment.CourseRoleChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells facts about roles as {@code course-role.changed}. */
@Singleton
class RoleFactMapping implements FactMapping<RoleFact> {

    @Override
    public Class<RoleFact> covers() {
        return RoleFact.class;
    }

    @Override
    public OutgoingEvent map(RoleFact fact) {
        return switch (fact) {
            case RoleFact.RoleChanged changed ->
                OutgoingEvent.of(
                        EventCatalogue.COURSE_ROLE_CHANGED,
                        body(changed.after()),
                        changed.after().version());
        };
    }

    private static CourseRoleChanged body(CourseRole role) {
        String courseKey = role.key().scope().courseKeyText();
        return new CourseRoleChanged(
                role.key().learnerId().value(),
                courseKey.isEmpty() ? null : courseKey,
                role.key().scope().org(),
                role.key().role().slug(),
                role.isMember(),
                role.version(),
                role.occurredAt());
    }
}
