package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Reading enrollments: self, staff and service clients see them, others do not learn that they exist. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentReadTest {

    private final Scene scene = new Scene();

    @Test
    void showsAnEnrollmentEvenWhenItIsInactive() {
        // Given
        scene.open();
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);
        scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);

        // When
        var answer = Scene.get(scene.token("ada"), "/enrollment/" + scene.course());

        // Then
        answer.statusCode(200).body("is_active", equalTo(false), "user", equalTo(scene.username("ada")));
    }

    @Test
    void answersWithAnEmptyBodyWhenThereIsNoEnrollment() {
        // Given
        scene.register("ada");

        // When
        var answer = Scene.get(scene.token("ada"), "/enrollment/" + scene.course());

        // Then
        assertThat(answer.statusCode(200).extract().asString()).isEmpty();
        Scene.get(Tokens.staff(), "/enrollment/nobody," + scene.course()).statusCode(200);
    }

    @Test
    void showsAnotherLearnersEnrollmentToStaffAndServicesOnly() {
        // Given
        scene.open();
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);
        String path = "/enrollment/" + scene.username("ada") + "," + scene.course();

        // When
        var answer = Scene.get(Tokens.service(), path.replace("+", "%2B"));

        // Then
        answer.statusCode(200).body("user", equalTo(scene.username("ada")));
        Scene.get(Tokens.staff(), path).statusCode(200).body("mode", equalTo("audit"));
        Scene.get(scene.token("ada"), path).statusCode(200);
        Scene.get(scene.token("bob"), path).statusCode(404);
        Scene.get(Tokens.support(), path).statusCode(404);
    }

    @Test
    void refusesACourseKeyThatDoesNotParse() {
        // Given
        scene.register("ada");

        // When
        var answer = Scene.get(scene.token("ada"), "/enrollment/no-key");

        // Then
        answer.statusCode(400);
    }

    @Test
    void knowsNobodyByANameThatCannotExist() {
        // Given
        String path = "/enrollment?user=%00";

        // When
        var answer = Scene.get(Tokens.staff(), path);

        // Then
        answer.statusCode(200).body("", hasSize(0));
        Scene.get(Tokens.staff(), "/enrollment/%00," + scene.course()).statusCode(200);
    }

    @Test
    void listsActiveEnrollmentsOldestFirst() {
        // Given
        Scene second = new Scene();
        Scene left = new Scene();
        scene.register("ada");
        for (Scene each : new Scene[] {scene, second, left}) {
            each.open();
            each.enroll(scene.token("ada"), "").statusCode(200);
        }
        left.enroll(Tokens.service(), ", \"user\": \"%s\", \"is_active\": false".formatted(scene.username("ada")))
                .statusCode(200);

        // When
        var answer = Scene.get(scene.token("ada"), "/enrollment");

        // Then
        answer.statusCode(200).body("course_details.course_id", contains(scene.course(), second.course()));
        Scene.get(Tokens.staff(), "/enrollment?user=" + scene.username("ada"))
                .statusCode(200)
                .body("", hasSize(2));
    }

    @Test
    void listsNothingOfAnotherLearner() {
        // Given
        scene.open();
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);

        // When
        var answer = Scene.get(scene.token("bob"), "/enrollment?user=" + scene.username("ada"));

        // Then
        answer.statusCode(200).body("", hasSize(0));
        Scene.get(Tokens.staff(), "/enrollment?user=nobody-at-all")
                .statusCode(200)
                .body("", hasSize(0));
    }
}
