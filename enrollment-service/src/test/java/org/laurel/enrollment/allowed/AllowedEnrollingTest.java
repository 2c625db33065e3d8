package org.laurel.enrollment.allowed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** What an allowed email address is good for. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AllowedEnrollingTest {

    private static final String AUTO = ", \"auto_enroll\": true";
    private static final String CLOSED = "{\"enrollment_end\": \"2020-01-01T00:00:00Z\"}";

    private final Scene scene = new Scene();
    private final AllowedScene allowed = new AllowedScene(scene);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"enrollment_end\": \"2020-01-01T00:00:00Z\"} | 200",
                "{\"invitation_only\": true} | 200",
                "{\"max_enrollments\": 0} | 400"
            })
    void opensTheDoorAndMakesNoRoom(String course, int status) {
        // Given
        scene.putCourse(course).statusCode(201);
        scene.register("ada");
        allowed.allow("ada", "").statusCode(201);

        // When
        var answer = scene.enroll(scene.token("ada"), "");

        // Then
        answer.statusCode(status);
        assertThat(allowed.rows().getFirst().get("learner_id")).isEqualTo(status == 200 ? scene.id("ada") : null);
    }

    @Test
    void enrollsOnceWhenTheAccountBecomesActiveAndKeepsThePermissionForThatLearner() {
        // Given
        scene.open();
        allowed.allow("ada", AUTO).statusCode(201);
        String email = scene.email("ada").toUpperCase(Locale.ROOT);
        allowed.account("ada", email, false).statusCode(201);
        assertThat(scene.row("ada")).isEmpty();

        // When
        allowed.account("ada", email, true).statusCode(200);

        // Then
        assertThat(scene.row("ada")).containsEntry("is_active", true).containsEntry("version", 1L);
        allowed.list("ada").body("[0].user", equalTo(scene.id("ada")));
        Scene.get(scene.token("ada"), "/learners/" + scene.id("ada") + "/data")
                .body("data.enrollment_allowed[0].is_used", equalTo(true));
        allowed.account("ada", "", true).statusCode(200);
        allowed.account("eve", scene.email("ada"), true).statusCode(201);
        assertThat(scene.row("eve")).isEmpty();
    }

    @Test
    void doesNotLetASecondAccountWithTheAddressInWhereEnrollmentIsClosed() {
        // Given
        scene.putCourse(CLOSED).statusCode(201);
        allowed.allow("ada", "").statusCode(201);
        scene.register("ada");
        scene.enroll(scene.token("ada"), "").statusCode(200);
        allowed.account("ada", "", true).statusCode(200);
        allowed.account("eve", scene.email("ada"), true).statusCode(201);

        // When
        var answer = scene.enroll(scene.token("eve"), "");

        // Then
        answer.statusCode(400).body("error_code", equalTo("enrollment_closed"));
    }

    @Test
    void enrollsAnAccountThatIsActiveWhenItBecomesKnownAndTellsOfItOnce() {
        // Given
        scene.putCourse("{\"max_enrollments\": 0, \"invitation_only\": true}").statusCode(201);
        allowed.allow("ada", AUTO).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {

            // When
            scene.register("ada");

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1)).hasSize(1);
        }
    }

    @Test
    void enrollsAnAccountThatTakesTheAddressOn() {
        // Given
        scene.open();
        allowed.allow("ada", AUTO).statusCode(201);
        allowed.account("ada", "", true).statusCode(201);

        // When
        allowed.account("ada", scene.email("ada"), true).statusCode(200);

        // Then
        assertThat(scene.row("ada")).containsEntry("is_active", true);
    }

    @Test
    void leavesThePermissionOpenWhileEnrollmentIsClosed() {
        // Given
        scene.putCourse(CLOSED).statusCode(201);
        allowed.allow("ada", AUTO).statusCode(201);

        // When
        scene.register("ada");

        // Then
        assertThat(scene.row("ada")).isEmpty();
        assertThat(allowed.rows().getFirst().get("learner_id")).isNull();
    }

    @Test
    void enrollsNobodyWhomItOnlyAllows() {
        // Given
        scene.open();
        allowed.allow("ada", "").statusCode(201);

        // When
        scene.register("ada");

        // Then
        assertThat(scene.row("ada")).isEmpty();
    }

    @Test
    void claimsThePermissionForALearnerWhoIsEnrolledAlready() {
        // Given
        scene.open();
        allowed.account("ada", "", true).statusCode(201);
        scene.enrollAsService("ada", "").statusCode(200);
        allowed.allow("ada", AUTO).statusCode(201);

        // When
        allowed.account("ada", scene.email("ada"), true).statusCode(200);

        // Then
        assertThat(allowed.rows().getFirst()).containsEntry("learner_id", scene.id("ada"));
        assertThat(scene.row("ada")).containsEntry("version", 1L);
        assertThat(Database.current().query("select * from manual_enrollment where learner_id = ?", scene.id("ada")))
                .isEmpty();
    }

    @Test
    void claimsThePermissionAlsoWhenAPlatformTellsOfTheEnrollment() {
        // Given
        scene.open();
        scene.register("ada");
        allowed.allow("ada", "").statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {

            // When
            probe.send(scene.requested("ada", "audit", true, Instant.now(), null));

            // Then
            scene.await(probe, Scene.ENROLLMENTS, "ada", 1);
            assertThat(allowed.rows().getFirst()).containsEntry("learner_id", scene.id("ada"));
        }
    }
}
