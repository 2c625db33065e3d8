package org.laurel.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;
import static org.laurel.sample.Sample.total;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PatientClient;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** The same request under the same key has one effect and gets the same answer. */
@KitTest
class IdempotencyTest {

    private static final String PATH = "/api/tally/v1/additions";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final long PATIENCE_SECONDS = KafkaProbe.PATIENCE.toSeconds();

    @Inject
    Faults faults;

    @Inject
    StoredAnswers answers;

    private final String learner = learner();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatGetsTheFirstAnswerAndHasNoEffect() {
        // Given
        Response first = post(key, 5);

        // When
        ValidatableResponse second = post(key, 5).then();

        // Then
        first.then().statusCode(201).header(REPLAYED, nullValue());
        second.statusCode(201)
                .header(REPLAYED, "true")
                .contentType(ContentType.JSON)
                .header("Location", equalTo(first.header("Location")))
                .header("Location", endsWith("/api/tally/v1/learners/" + learner))
                .body("total", equalTo(5));
        assertThat(second.extract().asString()).isEqualTo(first.asString());
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        // Given
        post(null, 5).then().statusCode(201);

        // When
        ValidatableResponse second = post(null, 5).then();

        // Then
        second.statusCode(201).header(REPLAYED, nullValue()).body("total", equalTo(10));
    }

    @Test
    void theKeyWithAnotherBodyIsRefused() {
        // Given
        post(key, 5).then().statusCode(201);

        // When
        ValidatableResponse second = post(key, 6).then();

        // Then
        second.statusCode(422).body("error_code", equalTo("idempotency_key_reused"));
        post(key, 5).then().statusCode(201).header(REPLAYED, "true");
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void keysOfDifferentCallersDoNotMeet() {
        // Given
        post(key, 5).then().statusCode(201);

        // When
        ValidatableResponse other =
                post(Tokens.of("2001", "boss", "staff"), key, 5).then();

        // Then
        other.statusCode(201).header(REPLAYED, nullValue()).body("total", equalTo(10));
    }

    @Test
    void aRefusalIsKeptToo() {
        // Given
        post(key, 13).then().statusCode(400).body("error_code", equalTo("unlucky"));

        // When
        ValidatableResponse second = post(key, 13).then();

        // Then
        second.statusCode(400)
                .header(REPLAYED, "true")
                .contentType("application/problem+json")
                .body("error_code", equalTo("unlucky"));
    }

    @Test
    void aRefusalGivesWayToARequestThatTookTheLockMeanwhile() {
        // Given
        var refusal = new StoredAnswers.Content(400, "application/problem+json", null, "{}");

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            answers.tryLock(key);
            QuarkusTransaction.requiringNew().run(() -> answers.keepRefusal(key, "f", "me", refusal));
        });

        // Then
        assertThat(answers.find(key)).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> answers.keepRefusal(key, "f", "me", refusal));
        assertThat(answers.find(key)).isPresent();
    }

    @Test
    void aFailureOfTheServerIsNotKept() {
        // Given
        faults.plan(learner, 1, () -> {
            throw new IllegalStateException("broken");
        });
        post(key, 5).then().statusCode(500);

        // When
        ValidatableResponse second = post(key, 5).then();

        // Then
        second.statusCode(201).header(REPLAYED, nullValue()).body("total", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void anAnswerThatAsksToComeBackLaterIsNotKept(int status) {
        // Given
        faults.plan(learner, 1, () -> {
            throw new ProblemException(Problem.of(status, "later", "Come back later."), 7);
        });
        post(key, 5).then().statusCode(status).header("Retry-After", "7");

        // When
        ValidatableResponse second = post(key, 5).then();

        // Then
        second.statusCode(201).header(REPLAYED, nullValue()).body("total", equalTo(5));
        post(key, 5).then().statusCode(201).header(REPLAYED, "true");
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldToComeBack() throws Exception {
        // Given
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        faults.plan(learner, 1, () -> {
            running.countDown();
            awaitQuietly(release);
        });
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(key, 5));
        assertThat(running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        // When
        ValidatableResponse second = post(key, 5).then();

        // Then
        second.statusCode(409).header("Retry-After", "1").body("error_code", equalTo("request_in_progress"));
        release.countDown();
        first.get(PATIENCE_SECONDS, TimeUnit.SECONDS).then().statusCode(201);
        post(key, 5).then().statusCode(201).header(REPLAYED, "true");
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void manyRequestsAtOnceUnderOneKeyHaveOneEffect() {
        // Given
        List<CompletableFuture<Integer>> answers;

        // When
        try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
            answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> PatientClient.served(() -> post(key, 5).statusCode()), clients))
                    .limit(200)
                    .toList();
        }

        // Then
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        // Given
        post(key, 5).then().statusCode(201);
        database().execute("update idempotency_key set created_at = created_at - interval '25 hours'");

        // When
        ValidatableResponse late = post(key, 5).then();

        // Then
        late.statusCode(201).header(REPLAYED, nullValue()).body("total", equalTo(10));
        patiently()
                .untilAsserted(
                        () -> post(key, 5).then().header(REPLAYED, "true").body("total", equalTo(10)));
    }

    @Test
    void aKeyThatIsNoneIsABadRequest() {
        // Given
        String tooLong = "k".repeat(256);

        // When
        ValidatableResponse answer = post(tooLong, 5).then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("bad_idempotency_key"));
    }

    private Response post(@Nullable String idempotencyKey, long amount) {
        return post(Tokens.staff(), idempotencyKey, amount);
    }

    private Response post(String token, @Nullable String idempotencyKey, long amount) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.body("{\"learner_id\": \"%s\", \"amount\": %d}".formatted(learner, amount))
                .post(PATH);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
