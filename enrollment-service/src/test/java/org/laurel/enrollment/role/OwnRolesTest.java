package org.laurel.enrollment.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.role.db.RoleQueries;
import org.laurel.enrollment.role.domain.StaffScope;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OwnRolesTest {

    private final Scene scene = new Scene();
    private final RoleScene roles = new RoleScene(scene);

    @Inject
    RoleQueries queries;

    @Inject
    StatementCount statements;

    @ParameterizedTest
    @ValueSource(strings = {"/roles", "/roles/"})
    void showsTheCallersOwnRolesOnly(String path) {
        // Given
        adaAndBob();

        // When
        var answer = Scene.get(scene.token("ada"), path);

        // Then
        answer.statusCode(200)
                .body(
                        "roles.role", contains("instructor", "staff"),
                        "roles.course_id", contains("", scene.course()),
                        "roles.org", contains(roles.org(), "Test"),
                        "is_staff", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roles", "/roles/"})
    void showsThoseOfOneCourseRun(String path) {
        // Given
        adaAndBob();

        // When
        var answer = Scene.get(
                scene.token("ada"), path + "?course_id=" + scene.course().replace("+", "%2B"));

        // Then
        answer.statusCode(200).body("roles.role", contains("staff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roles?course_id=nonsense", "/roles/?course_id=a%00b"})
    void refusesAKeyThatIsNone(String path) {
        Scene.get(scene.token("ada"), path).statusCode(400).body("error_code", equalTo("invalid_course_key"));
    }

    @Test
    void tellsGlobalStaffThatTheyAre() {
        Scene.get(Tokens.of(scene.id("sam"), scene.username("sam"), "staff"), "/roles/")
                .statusCode(200)
                .body("roles", empty(), "is_staff", equalTo(true));
    }

    @Test
    void findsTheCallerByUsernameWhenNoLearnerHasTheTokensSubject() {
        // Given
        adaAndBob();
        String upper = scene.username("ada").toUpperCase(Locale.ROOT);

        // When
        var stranger = Scene.get(Tokens.learner("subject-" + scene.id("x"), upper), "/roles/");

        // Then
        stranger.statusCode(200).body("roles.role", contains("instructor", "staff"));
        Scene.get(Tokens.learner(scene.id("bob"), upper), "/roles/").body("roles.role", contains("beta_testers"));
    }

    @Test
    void readsWhereSomebodyIsCourseStaffByOneStatement() {
        // Given
        adaAndBob();
        roles.call(Tokens.staff(), "PUT", "ada", "staff", "/organizations/Former")
                .statusCode(201);
        roles.call(Tokens.staff(), "DELETE", "ada", "staff", "/organizations/Former")
                .statusCode(204);

        // When
        StaffScope[] scopes = new StaffScope[2];
        long asked = statements.during(() -> scopes[0] = queries.staffScope(scene.id("ada"), scene.username("ada")));
        scopes[1] = queries.staffScope(scene.id("bob"), scene.username("bob"));

        // Then
        assertThat(asked).isEqualTo(1);
        assertThat(scopes[0]).isEqualTo(new StaffScope(Set.of(new CourseKey(scene.course())), Set.of(roles.org())));
        assertThat(scopes[1].isEmpty()).isTrue();
    }

    private void adaAndBob() {
        scene.register("ada");
        scene.register("bob");
        roles.give(Tokens.staff(), "ada", "staff").statusCode(201);
        roles.give(Tokens.staff(), "ada", "limited_staff").statusCode(201);
        roles.take(Tokens.staff(), "ada", "limited_staff").statusCode(204);
        roles.call(Tokens.staff(), "PUT", "ada", "instructor", "/organizations/" + roles.org())
                .statusCode(201);
        roles.give(Tokens.staff(), "bob", "beta_testers").statusCode(201);
    }
}
