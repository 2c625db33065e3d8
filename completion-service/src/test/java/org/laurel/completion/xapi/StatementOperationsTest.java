package org.laurel.completion.xapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.xapi.LearningRecordStore.Illness;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;

/** What a store refuses is set aside for operators, and keeps nothing else waiting. */
@QuarkusTest
@QuarkusTestResource(value = LrsDeployment.class, restrictToAnnotatedClass = true)
class StatementOperationsTest {

    private static final String STATEMENTS = "/api/completion/ops/xapi-statements";

    @Inject
    ProgressAccounting accounting;

    @Inject
    StructurePublishing publishing;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void takeAllIn() {
        LrsDeployment.store().refuse(statement -> false);
        asStaff().post(STATEMENTS + "/retry").then().statusCode(200);
        await().until(() -> Database.current().count("xapi_statement") == 0);
    }

    @Test
    void setsARefusedStatementAsideWhileTheOthersGoOn() {
        // Given
        Progressing course = course("refused").published();
        LrsDeployment.store()
                .refuse(statement -> statement.at("/object/id").asText().endsWith("ch1"));

        // When
        course.complete("o1", "a", "b", "d");

        // Then
        await().until(() -> LrsDeployment.store().statements(course.course()).size() == 4);
        await().until(() -> setAside().size() == 2);
        JsonPath first = list("?limit=1").statusCode(200).extract().jsonPath();
        assertThat(first.getString("results[0].reason")).isEqualTo("HTTP 400: \"not to our taste\"");
        assertThat(first.getString("results[0].statement.object.id"))
                .isEqualTo(LrsDeployment.LMS + "/xblock/" + course.outline().key("ch1"));
        list("?after=" + first.getString("next_cursor"))
                .body("results.size()", equalTo(1), "next_cursor", equalTo(null));
    }

    @Test
    void sendsOneAgainWhenAnOperatorSaysSo() {
        // Given
        Progressing course = course("again").published();
        LrsDeployment.store()
                .refuse(statement -> statement
                        .at("/context/contextActivities/parent/0/id")
                        .asText()
                        .contains("+again+"));
        course.complete("o2", "a");
        await().until(() -> setAside().size() == 2);
        LrsDeployment.store().refuse(statement -> false);

        // When
        long id = setAside().getFirst();
        ValidatableResponse answer =
                asStaff().post(STATEMENTS + "/{id}/retry", id).then();

        // Then
        answer.statusCode(200).body("status", equalTo("waiting"));
        await().until(() -> LrsDeployment.store().statements(course.course()).size() == 1);
        assertThat(setAside()).hasSize(1).doesNotContain(id);
        asStaff()
                .post(STATEMENTS + "/{id}/retry", id)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("statement_not_found"));
    }

    @Test
    void sendsAllAgainAtOnce() {
        // Given
        Progressing course = course("all").published();
        LrsDeployment.store()
                .refuse(statement -> statement
                        .at("/context/contextActivities/parent/0/id")
                        .asText()
                        .contains("+all+"));
        course.complete("o3", "a", "b");
        await().until(() -> setAside().size() == 4);
        LrsDeployment.store().refuse(statement -> false);

        // When
        ValidatableResponse answer = asStaff().post(STATEMENTS + "/retry").then();

        // Then
        answer.statusCode(200).body("count", equalTo(4));
        await().until(() -> LrsDeployment.store().statements(course.course()).size() == 4);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void dropsOneForGoodWhenAnOperatorSaysSo() {
        // Given
        Progressing course = course("dropped").published();
        LrsDeployment.store()
                .refuse(statement -> statement.at("/object/id").asText().endsWith("+type@course+block@c"));
        course.complete("o4", "a");
        await().until(() -> setAside().size() == 1);

        double before = discarded();

        // When
        long id = setAside().getFirst();
        ValidatableResponse answer =
                asStaff().post(STATEMENTS + "/{id}/discard", id).then();

        // Then
        answer.statusCode(200).body("status", equalTo("discarded"));
        await().until(() -> discarded() == before + 1);
        assertThat(setAside()).isEmpty();
        asStaff().post(STATEMENTS + "/{id}/discard", id).then().statusCode(404);
    }

    @Test
    void showsNoCredentialsThatTheStoreEchoes() {
        // Given
        Progressing course = course("echo").published();
        LrsDeployment.store()
                .fallIll(
                        new Illness(400, "", Map.of(), false),
                        new Illness(
                                400,
                                "refused: Authorization: Basic bGF1cmVsOm5vOnNlY3JldA== of laurel/no:secret",
                                Map.of(),
                                false));

        // When
        course.complete("o5", "a");

        // Then
        await().until(() -> setAside().size() == 1);
        list("").body("results[0].reason", equalTo("HTTP 400: refused: Authorization: Basic *** of laurel/***"));
    }

    private double discarded() {
        return metrics.counter("laurel.xapi", "outcome", "discarded").count();
    }

    private Progressing course(String name) {
        return new Progressing("course-v1:Org+" + name + "+ops", accounting, publishing);
    }

    private static List<Long> setAside() {
        return list("?limit=500").statusCode(200).extract().jsonPath().getList("results.id", Long.class);
    }

    private static ValidatableResponse list(String query) {
        return asStaff().get(STATEMENTS + query).then();
    }

    private static RequestSpecification asStaff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
