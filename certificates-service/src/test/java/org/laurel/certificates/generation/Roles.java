package org.laurel.certificates.generation;

import static org.awaitility.Awaitility.await;

import org.laurel.certificates.role.RoleEvents;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** People with a role in a course run. */
public final class Roles {

    private Roles() {}

    /** The bearer token of somebody who has a role in a course run. */
    public static String token(CourseKey course, String role) {
        RoleEvents person = new RoleEvents("gen-" + course.course() + "-" + role);
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(person.inRun(course.value(), role, true, 1));
        }
        await().until(() -> !Database.current()
                .query("select 1 from course_role where learner_id = ? and role = ?", person.id(), role)
                .isEmpty());
        return person.token();
    }
}
