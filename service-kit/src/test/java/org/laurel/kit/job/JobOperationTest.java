package org.laurel.kit.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.patiently;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** Jobs that are begun with parameters, and what operators do with them. */
@KitTest
class JobOperationTest {

    private static final String KIND = "count";
    private static final Map<String, Integer> LONG = Map.of("last", 300);
    private static final Map<String, Integer> SHORT = Map.of("last", 30);

    @Inject
    Jobs jobs;

    @Inject
    Faults faults;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void findsJobsThatHaveChangedLately() {
        // Given
        Job ended = awaitEnd(begin(subject, SHORT, null));
        long longAgo = begin(subject, SHORT, null);
        awaitEnd(longAgo);
        database().execute("update job set changed_at = now() - interval '61 minutes' where id = ?", longAgo);

        // When
        List<Job> lately = jobs.changedWithin(KIND, Duration.ofHours(1));

        // Then
        assertThat(lately).extracting(Job::id).contains(ended.id()).doesNotContain(longAgo);
    }

    @Test
    void passesParametersAndAddsUpTheOutcomes() {
        // Given
        Map<String, Integer> parameters = Map.of("last", 40);

        // When
        long id = begin(subject, parameters, 40L);

        // Then
        Job done = awaitEnd(id);
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.done()).isEqualTo(40);
        assertThat(done.total()).isEqualTo(40);
        assertThat(done.parameters().path("last").asInt()).isEqualTo(40);
        assertThat(done.counts())
                .containsEntry("even", 20L)
                .containsEntry("odd", 20L)
                .containsEntry("from 31", 1L);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(told()).isEqualTo("done 40");
    }

    @Test
    void beginsEveryTimeButOnlyOnceWhereThatIsAsked() {
        // Given
        long first = QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.begin(KIND, subject, SHORT, null, "test");
            jobs.pause(id, true);
            return id;
        });

        // When
        Optional<Long> refused =
                QuarkusTransaction.requiringNew().call(() -> jobs.beginUnlessOpen(KIND, subject, SHORT, null, "test"));
        long second = begin(subject, SHORT, null);

        // Then
        assertThat(refused).isEmpty();
        assertThat(second).isGreaterThan(first);
        assertThat(jobs.openOf(KIND, subject)).map(Job::id).contains(first);
        awaitEnd(second);
        steer(first, "cancel").statusCode(200);
        assertThat(jobs.openOf(KIND, subject)).isEmpty();
    }

    @Test
    void joinsTheOneThatIsOpenAndBeginsOneWhereNoneIs() {
        // Given
        long open = QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.beginOrJoin(KIND, subject, SHORT, null, "test");
            jobs.pause(id, true);
            return id;
        });

        // When
        long joined = join();

        // Then
        assertThat(joined).isEqualTo(open);
        steer(open, "cancel").statusCode(200);
        long next = join();
        assertThat(next).isGreaterThan(open);
        awaitEnd(next);
    }

    private long join() {
        return QuarkusTransaction.requiringNew().call(() -> jobs.beginOrJoin(KIND, subject, SHORT, null, "test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "pause"})
    void aFailedJobStaysWhileAnotherOfItsKindAndSubjectIsOpen(String what) {
        // Given
        long failed = QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.begin(KIND, subject, SHORT, null, "test");
            jobs.pause(id, true);
            return id;
        });
        database().execute("update job set state = 'failed' where id = ?", failed);
        long open = QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.beginUnlessOpen(KIND, subject, SHORT, null, "test").orElseThrow();
            jobs.pause(id, true);
            return id;
        });

        // When
        var answer = steer(failed, what);

        // Then
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("error_code", equalTo("another_job_open"))
                .body("detail", containsString("Job " + open));
        assertThat(jobs.find(failed).orElseThrow().state()).isEqualTo("failed");
        steer(open, "resume").statusCode(200);
        awaitEnd(open);
        steer(failed, "resume").statusCode(200);
        assertThat(awaitEnd(failed).state()).isEqualTo("done");
    }

    @Test
    void aShortJobDoesNotWaitForTheEndOfALongOne() {
        // Given
        String brief = UUID.randomUUID().toString();
        long[] second = {0};
        faults.plan(subject + "@51", 1, () -> second[0] = begin(brief, SHORT, null));

        // When
        long first = begin(subject, LONG, null);

        // Then
        Job longOne = awaitEnd(first);
        Job shortOne = awaitEnd(second[0]);
        assertThat(shortOne.finishedAt()).isBefore(Objects.requireNonNull(longOne.finishedAt()));
        assertThat(counted(subject)).isEqualTo(IntStream.rangeClosed(1, 300).sum());
        assertThat(counted(brief)).isEqualTo(IntStream.rangeClosed(1, 30).sum());
    }

    @Test
    void beginsWhenItsReasonCommits() {
        // When
        long id = QuarkusTransaction.requiringNew().call(() -> {
            long begun = jobs.begin(KIND, subject, Map.of("last", 10), null, "test");
            assertThat(database().query("select 1 from job where id = ?", begun))
                    .isEmpty();
            return begun;
        });

        // Then
        Job done = awaitEnd(id);
        assertThat(done.state()).isEqualTo("done");
    }

    @Test
    void aCancelledJobKeepsWhatItHasDoneAndItsStepIsTold() {
        // Given
        long id = throttled(LONG, Duration.ofMinutes(10));
        patiently().until(() -> jobs.find(id).orElseThrow().done() == 10);

        // When
        steer(id, "cancel").statusCode(200).body("state", equalTo("cancelled"));

        // Then
        assertThat(awaitEnd(id).done()).isEqualTo(10);
        assertThat(told()).isEqualTo("cancelled 10");
        steer(id, "cancel").statusCode(404).body("error_code", equalTo("job_not_found"));
        steer(id, "resume").statusCode(404);
    }

    @Test
    void aThrottledJobRestsAfterEachChunkUntilTheThrottleIsLifted() {
        // Given
        long id = throttled(SHORT, Duration.ofMinutes(10));
        patiently().until(() -> jobs.find(id).orElseThrow().done() == 10);

        // When
        boolean lifted = jobs.throttle(id, Duration.ZERO);

        // Then
        assertThat(lifted).isTrue();
        assertThat(awaitEnd(id).done()).isEqualTo(30);
        assertThat(jobs.throttle(id, Duration.ZERO)).isFalse();
    }

    @Test
    void aStepMayPauseItsOwnJob() {
        // Given
        long[] id = {0};
        faults.plan(subject + "@11", 1, () -> jobs.pause(id[0], true));

        // When
        QuarkusTransaction.requiringNew().run(() -> id[0] = jobs.begin(KIND, subject, SHORT, null, "test"));

        // Then
        patiently().until(() -> jobs.find(id[0]).orElseThrow().state().equals("paused"));
        assertThat(jobs.find(id[0]).orElseThrow().done()).isEqualTo(20);
        steer(id[0], "resume").statusCode(200);
        assertThat(awaitEnd(id[0]).done()).isEqualTo(30);
    }

    @Test
    void operatorsSeeOneJob() {
        // Given
        long id = begin(subject, SHORT, 30L);
        awaitEnd(id);

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .get("/api/tally/ops/jobs/" + id)
                .then();

        // Then
        answer.statusCode(200)
                .body("subject", equalTo(subject))
                .body("total", equalTo(30))
                .body("parameters.last", equalTo(30))
                .body("counts.even", equalTo(15))
                .body("throttle", equalTo("PT0S"));
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/tally/ops/jobs/0")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("job_not_found"));
    }

    private long begin(String about, Map<String, Integer> parameters, @Nullable Long total) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.begin(KIND, about, parameters, total, "test"));
    }

    private long throttled(Map<String, Integer> parameters, Duration pause) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.begin(KIND, subject, parameters, null, "test");
            jobs.throttle(id, pause);
            return id;
        });
    }

    private Job awaitEnd(long id) {
        patiently().until(() -> jobs.find(id).orElseThrow().hasEnded());
        return jobs.find(id).orElseThrow();
    }

    private static ValidatableResponse steer(long id, String action) {
        return given().auth()
                .oauth2(Tokens.staff())
                .post("/api/tally/ops/jobs/" + id + "/" + action)
                .then();
    }

    private String told() {
        return String.valueOf(database()
                .value("select string_agg(state || ' ' || done, ', ') from job_finished where subject = ?", subject));
    }

    private static int counted(String about) {
        return Integer.parseInt(
                String.valueOf(database().value("select sum(item) from job_item where subject = ?", about)));
    }
}
