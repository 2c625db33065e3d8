package org.laurel.programs.learner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.learner.app.LearnerRecording;
import org.laurel.programs.learner.app.UsernameReplacing;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.learner.domain.ReplaceUsername;

/** Usernames are replaced in the replica; what is told of the learner later wins. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReplaceUsernamesTest {

    private static final Instant SOME_DAY = Instant.parse("2026-03-04T05:06:07Z");

    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = "Ada-" + word;
    private final String bob = "bob-" + word;

    @BeforeEach
    void twoLearners() {
        tell(ada, ada, 3);
        tell(bob, bob, 1);
    }

    @Test
    void replacesEachPairOnItsOwn() {
        // Given
        List<Map<String, String>> pairs = List.of(
                Map.of(ada.toLowerCase(java.util.Locale.ROOT), "retired-" + word),
                Map.of("nobody-" + word, "anybody"),
                Map.of(bob, "retired-" + word),
                Map.of(bob, "with\0nul"));

        // When
        ValidatableResponse answer = replace(Tokens.service(), Map.of("username_mappings", pairs));

        // Then
        answer.statusCode(200)
                .body("successful_replacements", equalTo(pairs.subList(0, 2)))
                .body("failed_replacements", equalTo(pairs.subList(2, 4)));
        assertThat(learner(ada)).isEqualTo("retired-" + word + "||" + ada + "@example.org|3");
        assertThat(learner(bob)).isEqualTo(bob + "|Name|" + bob + "@example.org|1");
    }

    @Test
    void oneUsernameIsNotGivenToTwoAtTheSameTime() throws Exception {
        // Given
        UsernameReplacing replacing =
                CDI.current().select(UsernameReplacing.class).get();
        String wanted = "wanted-" + word;
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<List<Boolean>> other = QuarkusTransaction.requiringNew().call(() -> {
                replacing.apply(List.of(new ReplaceUsername(ada, wanted)));
                Future<List<Boolean>> second =
                        others.submit(() -> replacing.apply(List.of(new ReplaceUsername(bob, wanted))));
                await("the second waits for the first")
                        .atMost(KafkaProbe.PATIENCE)
                        .until(() -> !Database.current()
                                .query("select pid from pg_locks where locktype = 'advisory' and not granted")
                                .isEmpty());
                return second;
            });

            // Then
            assertThat(other.get()).containsExactly(false);
        }
        assertThat(learner(ada)).startsWith(wanted);
        assertThat(learner(bob)).startsWith(bob);
    }

    @Test
    void aLaterSnapshotOfTheLearnerWinsAndAnEarlierOneDoesNot() {
        // Given
        replace(Tokens.service(), Map.of("username_mappings", List.of(Map.of(ada, "gone-" + word))))
                .statusCode(200);
        tell(ada, ada, 3);
        assertThat(learner(ada)).startsWith("gone-");

        // When
        tell(ada, "again-" + word, 4);

        // Then
        assertThat(learner(ada)).isEqualTo("again-" + word + "|Name|" + ada + "@example.org|4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'username_mappings': [{'a': 'b', 'c': 'd'}]} | invalid_mapping",
                "{'username_mappings': [{}]} | invalid_mapping",
                "{'username_mappings': [null]} | invalid_mapping",
                "{'username_mappings': [{'a': null}]} | invalid_mapping",
                "{'username_mappings': [{'a': {}}]} | unreadable_body",
                "{'username_mappings': ['a']} | unreadable_body",
                "{'username_mappings': {'a': 'b'}} | unreadable_body",
                "{'username_mappings' | unreadable_body",
                "{'username_mappings': null} | invalid_request",
                "{} | invalid_request",
                "null | invalid_request"
            })
    void refusesWhatIsNoListOfPairs(String body, String code) {
        // When
        ValidatableResponse answer = replace(Tokens.service(), body.replace('\'', '"'));

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @Test
    void refusesMoreThanAThousandPairs() {
        // Given
        List<Map<String, String>> pairs = java.util.Collections.nCopies(1_001, Map.of("a", "b"));

        // When
        ValidatableResponse answer = replace(Tokens.service(), Map.of("username_mappings", pairs));

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_request")).body("violations", hasSize(1));
    }

    @Test
    void isForServiceClientsOnly() {
        // Given
        Map<String, ?> body = Map.of("username_mappings", List.of());

        // When
        ValidatableResponse staff = replace(Tokens.staff(), body);

        // Then
        staff.statusCode(403).body("error_code", equalTo("forbidden"));
        replace(Tokens.learner(ada, ada), body).statusCode(403).body("error_code", equalTo("forbidden"));
        given().contentType("application/json")
                .body(body)
                .post("/api/v2/replace_usernames/")
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
        replace(Tokens.service(), body).statusCode(200).body("successful_replacements", hasSize(0));
    }

    private static ValidatableResponse replace(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v2/replace_usernames/")
                .then();
    }

    private static void tell(String id, String username, long version) {
        CDI.current()
                .select(LearnerRecording.class)
                .get()
                .apply(List.of(new Learner(
                        new LearnerId(id), username, id + "@example.org", "Name", true, version, SOME_DAY)));
    }

    private static String learner(String id) {
        return String.valueOf(Database.current()
                .value(
                        "select username || '|' || name || '|' || email || '|' || version from learner where learner_id = ?",
                        id));
    }
}
