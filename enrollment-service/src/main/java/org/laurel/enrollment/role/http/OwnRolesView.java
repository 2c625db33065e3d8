package org.laurel.enrollment.role.http;

import java.util.List;
import org.laurel.enrollment.role.domain.CourseRole;

/**
 * The caller's roles as existing clients read them.
 *
 * @param isStaff whether the caller belongs to the platform's global staff
 */
record OwnRolesView(List<Held> roles, boolean isStaff) {

    /**
     * One role.
     *
     * @param courseId empty when the role holds in all runs of the organisation
     */
    record Held(String org, String courseId, String role) {

        static Held of(CourseRole role) {
            return new Held(
                    role.key().scope().org(),
                    role.key().scope().courseKeyText(),
                    role.key().role().slug());
        }
    }
}
