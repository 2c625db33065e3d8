package org.laurel.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerSearchTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void register() {
        scene.register("ada");
        scene.putLearner("bob", scene.learnerJson("bob", "zz_" + scene.username("Surname") + "%x"))
                .statusCode(201);
    }

    @Test
    void findsALearnerByEachOfTheirNames() {
        // Given
        List<String> conditions = List.of(
                "learner_id=" + scene.id("ada"),
                "username=" + scene.username("ada").toUpperCase(Locale.ROOT),
                "email=" + scene.email("ada").toUpperCase(Locale.ROOT),
                "q=" + scene.username("ADA"),
                "username=" + scene.username("ada") + "&email=" + scene.email("ada"));

        for (String condition : conditions) {
            // When
            var answer = Scene.get(Tokens.staff(), "/learners?" + condition);

            // Then
            answer.statusCode(200).body("results.learner_id", contains(scene.id("ada")), "next_cursor", nullValue());
        }
    }

    @Test
    void looksForTheBeginningOfANameAsItIsWritten() {
        // Given
        String beginning = "ZZ_" + scene.username("surname");

        // When
        var answer = Scene.get(Tokens.service(), "/learners?q=" + beginning + "%25");

        // Then
        answer.statusCode(200).body("results.learner_id", contains(scene.id("bob")));
        Scene.get(Tokens.service(), "/learners?q=zzx" + scene.username("surname"))
                .body("results", hasSize(0));
        Scene.get(Tokens.service(), "/learners?q=%25" + scene.username("surname"))
                .body("results", hasSize(0));
    }

    @Test
    void leadsThroughAllLearnersByCursor() {
        // Given
        var first = Scene.get(Tokens.staff(), "/learners?page_size=1").statusCode(200);
        String earlier = first.extract().path("results[0].learner_id");
        String cursor = first.body("next_cursor", notNullValue()).extract().path("next_cursor");

        // When
        var second = Scene.get(Tokens.staff(), "/learners?page_size=1&cursor=" + cursor);

        // Then
        String next =
                second.statusCode(200).body("results", hasSize(1)).extract().path("results[0].learner_id");
        assertThat(Database.current().value("select (?::text > ?::text)::text", next, earlier))
                .as("in the order that the database has for ids")
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%00", "q=%00", "cursor=%00", "email=nobody@nowhere.example", "q=%5C"})
    void findsNobodyByTextsThatNobodyHas(String condition) {
        // Given the condition above

        // When
        var answer = Scene.get(Tokens.staff(), "/learners?" + condition);

        // Then
        answer.statusCode(200).body("results", hasSize(0));
        Scene.get(Tokens.staff(), "/learners?page_size=0").statusCode(400);
    }

    @Test
    void countsLearners() {
        // Given two learners at least

        // When
        var answer = Scene.get(Tokens.staff(), "/learners/counts");

        // Then
        answer.statusCode(200).body("all", greaterThanOrEqualTo(1), "active", greaterThanOrEqualTo(1));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        String token = scene.token("ada");

        // When
        var answer = Scene.get(token, "/learners?username=" + scene.username("ada"));

        // Then
        answer.statusCode(403);
        Scene.get(token, "/learners/counts").statusCode(403);
    }
}
