package org.laurel.certificates.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.Retirement;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** A retired learner has a blank username; a request that names nobody must not mean that learner. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class TombstoneTest {

    @Test
    void aBlankUsernameNamesNobody() {
        // Given
        Told retired = new Told("tombstone").inRun().enrolled("verified").passing("0.88", 20);
        Told.bean(Retirement.class)
                .apply(List.of(new Retire(retired.key().learnerId(), Told.at(60), Cause.of("test", "tombstone"))));
        String before = versions(retired);

        // When
        List<ValidatableResponse> refused = List.of(
                staff().queryParam("course_key", retired.course())
                        .post("/certificates/regenerate")
                        .then(),
                staff().queryParam("course_key", retired.course())
                        .queryParam("username", "")
                        .post("/certificates/regenerate")
                        .then(),
                staff().contentType("application/json")
                        .body("{\"learner\": \" \"}")
                        .post("/api/certificates/v1/course-runs/" + retired.course() + "/generation-runs")
                        .then(),
                staff().get("/api/certificates/v1/certificates?username=").then(),
                staff().get("/api/certificates/v1/certificates?username").then(),
                staff().queryParam("username", " ")
                        .get("/api/certificates/v1/certificates")
                        .then());

        // Then
        assertThat(refused)
                .allSatisfy(answer -> assertThat(answer.extract().statusCode()).isIn(400, 404));
        assertThat(versions(retired)).isEqualTo(before);
    }

    private static io.restassured.specification.RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }

    private static String versions(Told told) {
        return String.valueOf(Database.current()
                .value("select max(version) from certificate where learner_id = ?", told.learnerId()));
    }
}
