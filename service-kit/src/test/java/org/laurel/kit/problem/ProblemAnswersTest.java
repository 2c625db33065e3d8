package org.laurel.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.sample.Sample.learner;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** Every error is a problem document that tells a caller what to do and nothing about the inside. */
@KitTest
class ProblemAnswersTest {

    private static final String ADDITIONS = "/api/tally/v1/additions";

    @Inject
    Faults faults;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{\"learner_id\": ",
                "{\"learner_id\": {}, \"amount\": 1}",
                "{\"learner_id\": \"a\", \"amount\": \"much\"}",
                "{\"learner_id\": \"a\", \"amount\": 99999999999999999999}",
                "{\"learner_id\": \"\", \"amount\": 1}",
                "{\"learner_id\": \"a\", \"amount\": 1000001}",
                "{\"learner_id\": \"a\\u0000b\", \"amount\": 1}"
            })
    void aBodyThatIsNotAsAskedForIsABadRequest(String body) {
        // Given
        RequestSpecification request = staff().contentType(ContentType.JSON).body(body);

        // When
        ValidatableResponse answer = request.post(ADDITIONS).then();

        // Then
        assertProblem(answer, 400, ADDITIONS);
    }

    @Test
    void whatAClientSentIsQuotedUpToALimit() {
        // Given
        String quoted = "a" + "😀".repeat(1_000_000);

        // When
        Problem problem = Problem.of(400, "bad", quoted, List.of(new Problem.Violation(quoted, quoted)));

        // Then
        String cut = "a" + "😀".repeat(999) + "…";
        assertThat(problem.withError().error()).isEqualTo(cut);
        assertThat(List.of(problem.detail(), problem.developerMessage())).containsOnly(cut);
        assertThat(problem.violations()).containsExactly(new Problem.Violation(cut, cut));
        assertThat(Problem.of(400, "bad", "x".repeat(2_000)).detail()).hasSize(2_000);
        assertThat(Problem.of(400, "bad", "😀".repeat(1_001)).detail()).isEqualTo("😀".repeat(999) + "…");
    }

    @Test
    void aRuleOfTheShapeNamesTheMember() {
        // Given
        RequestSpecification request =
                staff().contentType(ContentType.JSON).body("{\"learner_id\": \" \", \"amount\": 1000001}");

        // When
        ValidatableResponse answer = request.post(ADDITIONS).then();

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_request"))
                .body("violations.size()", equalTo(2))
                .body("violations.field.sort()", equalTo(java.util.List.of("amount", "learner_id")));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tally/v1/learners?prefix=a&page=abc, 400",
        "/api/tally/v1/learners?prefix=a&page=0, 400",
        "/api/tally/v1/learners?prefix=a&page=99999999999999, 400",
        "/api/tally/v1/learners?prefix=a&page=101&page_size=100, 400",
        "/api/tally/ops/parked-events?limit=501, 400",
        "/api/tally/ops/jobs?before=x, 400",
        "/api/tally/v1/learners/nobody, 404",
        "/api/tally/v1/nowhere, 404",
        "/nowhere/at/all, 404",
        "/api/tally/v1/forgotten, 403"
    })
    void aReadThatCannotBeAnsweredSaysWhy(String path, int status) {
        // Given
        RequestSpecification request = staff().urlEncodingEnabled(false);

        // When
        ValidatableResponse answer = request.get(path).then();

        // Then
        assertProblem(answer, status, path.replaceAll("\\?.*", ""));
    }

    @Test
    void aPathParameterThatDoesNotParseIsABadRequest() {
        // Given
        String path = "/api/tally/ops/parked-events/abc/replay";

        // When
        ValidatableResponse answer = staff().post(path).then();

        // Then
        assertProblem(answer, 400, path);
    }

    @Test
    void whoIsNotKnownIsAskedForAToken() {
        // Given
        RequestSpecification anonymous = given().contentType(ContentType.JSON).body("{}");

        // When
        ValidatableResponse answer = anonymous.post(ADDITIONS).then();

        // Then
        assertProblem(answer, 401, ADDITIONS);
        answer.header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "no.token.at-all", "x"})
    void aTokenThatIsNotValidIsNoToken(String token) {
        // Given
        String sent = token.equals("expired") ? Tokens.expired() : token;

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(sent)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ADDITIONS)
                .then();

        // Then
        assertProblem(answer, 401, ADDITIONS);
    }

    @Test
    void whoMayNotIsForbiddenBeforeTheBodyIsRead() {
        // Given
        RequestSpecification learner = given().auth()
                .oauth2(Tokens.learner("7", "mary"))
                .contentType(ContentType.JSON)
                .body("not JSON");

        // When
        ValidatableResponse answer = learner.post(ADDITIONS).then();

        // Then
        assertProblem(answer, 403, ADDITIONS);
    }

    @Test
    void aMethodThatAPathDoesNotTakeIsTold() {
        // Given
        RequestSpecification request = staff();

        // When
        ValidatableResponse answer = request.delete(ADDITIONS).then();

        // Then
        assertProblem(answer, 405, ADDITIONS);
    }

    @Test
    void aMediaTypeThatIsNotTakenIsTold() {
        // Given
        RequestSpecification request = staff().contentType("text/plain").body("a");

        // When
        ValidatableResponse answer = request.post(ADDITIONS).then();

        // Then
        assertProblem(answer, 415, ADDITIONS);
    }

    @Test
    void aFailureOfTheServerIsFoundByItsTraceIdAndTellsNothingElse() {
        // Given
        String learner = learner();
        faults.plan(learner, 1, () -> {
            throw new IllegalStateException("org.laurel.Secret: password=hunter2");
        });

        // When
        ValidatableResponse answer =
                given().get("/api/tally/v1/learners/" + learner).then();

        // Then
        assertProblem(answer, 500, "/api/tally/v1/learners/" + learner);
        assertThat(answer.extract().jsonPath().getString("trace_id")).hasSize(36);
    }

    @Test
    void aFailureOfInfrastructureAsksToComeBack() {
        // Given
        String learner = learner();
        faults.plan(learner, 1, () -> {
            throw new DatabaseException(new SQLException("connection reset by 10.0.0.7", "08006"));
        });

        // When
        ValidatableResponse answer =
                given().get("/api/tally/v1/learners/" + learner).then();

        // Then
        assertProblem(answer, 503, "/api/tally/v1/learners/" + learner);
        answer.header("Retry-After", "5");
    }

    private static void assertProblem(ValidatableResponse answer, int status, String path) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("instance", equalTo(path));
        var problem = answer.extract().jsonPath();
        assertThat(problem.getString("type")).isEqualTo("urn:laurel:problem:" + problem.getString("error_code"));
        assertThat(problem.getString("developer_message")).isEqualTo(problem.getString("detail"));
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(answer.extract().asString().toLowerCase(Locale.ROOT))
                .doesNotContain("org.laurel", "java.", "exception", "jakarta", "hunter2", "10.0.0.7");
        if (status < 500) {
            answer.body("trace_id", nullValue());
        }
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
