package org.laurel.enrollment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The operator resource lies under this service's base; what it does is tested in the kit. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OperationsTest {

    private static final String BASE = "/api/enrollment/ops";

    @ParameterizedTest
    @CsvSource({"/parked-events", "/jobs"})
    void listsWhatOperatorsLookFor(String path) {
        // Given the path above

        // When
        var answer = given().auth().oauth2(Tokens.staff()).get(BASE + path);

        // Then
        answer.then().statusCode(200).body("results", notNullValue());
        given().auth()
                .oauth2(Tokens.learner("7", "ada"))
                .get(BASE + path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"/parked-events/0/replay", "/parked-events/0/discard", "/jobs/0/pause", "/jobs/0/resume"})
    void knowsNothingUnderNumberZero(String path) {
        // Given the path above

        // When
        var answer = given().auth().oauth2(Tokens.staff()).post(BASE + path);

        // Then
        answer.then().statusCode(404);
    }
}
