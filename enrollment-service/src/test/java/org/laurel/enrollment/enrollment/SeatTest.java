package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Course runs with few seats. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SeatTest {

    private final Scene scene = new Scene();

    @Inject
    KeyLocks locks;

    @Test
    void aRunThatIsMoreThanFullStaysFullUntilEnoughHaveLeft() {
        // Given
        scene.open("audit");
        scene.putCourse("{\"max_enrollments\": 1}").statusCode(200);
        for (String name : List.of("ada", "bob", "eve")) {
            scene.register(name);
            forced(name).statusCode(200);
        }
        scene.register("zoe");

        // When
        scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);

        // Then
        asked("zoe").statusCode(400).body("error_code", equalTo("course_full"));
        scene.enrollAsService("bob", ", \"is_active\": false").statusCode(200);
        asked("zoe").statusCode(400).body("error_code", equalTo("course_full"));
        scene.enrollAsService("eve", ", \"is_active\": false").statusCode(200);
        asked("zoe").statusCode(200);
    }

    @Test
    void whoNeedsNoFreeSeatWaitsForNobodyWhoTakesOne() {
        // Given
        scene.open("audit");
        scene.putCourse("{\"max_enrollments\": 5}").statusCode(200);
        scene.register("ada");
        scene.register("bob");
        asked("ada").statusCode(200);

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            locks.change(List.of("seats " + scene.course()));
            scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);
            forced("bob").statusCode(200);
        });

        // Then
        assertThat(scene.row("ada")).containsEntry("is_active", false);
        assertThat(scene.row("bob")).containsEntry("is_active", true);
    }

    private ValidatableResponse asked(String name) {
        return scene.enroll(scene.token(name), "");
    }

    private ValidatableResponse forced(String name) {
        return scene.enroll(
                Tokens.staff(), ", \"user\": \"%s\", \"force_enrollment\": true".formatted(scene.username(name)));
    }
}
