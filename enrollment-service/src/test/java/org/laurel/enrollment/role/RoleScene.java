package org.laurel.enrollment.role;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.Scene;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.PlatformEvent;

/** What tests say about roles, for the learners and the course run of a {@link Scene}. */
public record RoleScene(Scene scene) {

    public static final String CHANGED = "org.laurel.course-role.changed.v1";
    public static final String REQUESTED = "org.laurel.course-role.requested.v1";

    private static final String ROLES = "/api/enrollment/v1/course-roles/";

    /** An organisation of the scene's own. */
    public String org() {
        return "Org"
                + scene.course()
                        .substring("course-v1:Test+".length(), scene.course().lastIndexOf('+'));
    }

    public ValidatableResponse give(String token, String name, String role) {
        return call(token, "PUT", name, role, "/runs/" + scene.course());
    }

    public ValidatableResponse take(String token, String name, String role) {
        return call(token, "DELETE", name, role, "/runs/" + scene.course());
    }

    /** Sends a request; what follows the role in the path goes out as it stands. */
    public ValidatableResponse call(String token, String method, String name, String role, String where) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .request(method, ROLES + scene.id(name) + "/" + role + where)
                .then();
    }

    public PlatformEvent told(String name, String role, boolean member, Instant at) {
        return told(name, "\"" + scene.course() + "\"", new CourseKey(scene.course()).org(), role, member, at);
    }

    public PlatformEvent toldInOrganisation(String name, String role, boolean member, Instant at) {
        return told(name, "null", org(), role, member, at);
    }

    private PlatformEvent told(String name, String course, String org, String role, boolean member, Instant at) {
        return PlatformEvent.of(
                REQUESTED, scene.id(name), """
                {"learner_id": "%s", "course_key": %s, "org": "%s", "role": "%s", "is_member": %s, "occurred_at": "%s"}""".formatted(scene.id(name), course, org, role, member, at));
    }

    /** The learner's role rows. */
    public List<Map<String, @Nullable Object>> rows(String name) {
        return Database.current().query("select * from course_role where learner_id = ? order by id", scene.id(name));
    }
}
