package org.laurel.kit.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.patiently;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** The sample's job counts to thirty in chunks of ten. */
@KitTest
class JobsTest {

    private static final String KIND = "count";

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    Faults faults;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void worksInChunksUntilDone() {
        // Given
        Runnable submission = () -> jobs.submit(KIND, subject, "test");

        // When
        QuarkusTransaction.requiringNew().run(submission);

        // Then
        awaitState("done");
        assertThat(row()).containsEntry("done", 30L).containsEntry("created_by", "test");
        assertEachItemOnce();
    }

    @Test
    void aJobWhoseReasonRollsBackNeverExists() {
        // Given
        var transaction = QuarkusTransaction.requiringNew();

        // When
        var submission = assertThatThrownBy(() -> transaction.run(() -> {
            jobs.submit(KIND, subject, "test");
            throw new IllegalStateException("changed my mind");
        }));

        // Then
        submission.hasMessage("changed my mind");
        assertThat(count()).isZero();
    }

    @Test
    void aChunkThatFailsIsUndoneAndTriedAgain() {
        // Given
        faults.plan(subject + "@11", 2, () -> {
            throw new IllegalStateException("crash in the second chunk");
        });

        // When
        submit();

        // Then
        nudgeUntil("done");
        assertEachItemOnce();
    }

    @Test
    void givesUpAfterFiveFailuresAndResumesOnDemand() {
        // Given
        faults.plan(subject + "@11", 5, () -> {
            throw new IllegalStateException("broken for good");
        });

        // When
        submit();

        // Then
        nudgeUntil("failed");
        assertThat(row()).containsEntry("failures", 5).containsEntry("error", "IllegalStateException");
        steer("resume").statusCode(200);
        nudgeUntil("done");
        assertEachItemOnce();
    }

    @Test
    void failuresOfInfrastructureAreNotCounted() {
        // Given
        faults.plan(subject, 7, () -> {
            throw new DatabaseException(new SQLException("lost a race", "40001"));
        });

        // When
        submit();

        // Then
        nudgeUntil("done");
        assertEachItemOnce();
    }

    @Test
    void aPausedJobStandsStillUntilItIsResumed() {
        // Given
        database()
                .execute(
                        "insert into job (kind, subject, created_by, not_before) "
                                + "values ('count', ?, 'test', now() + interval '1 hour')",
                        subject);

        // When
        steer("pause").statusCode(200).body("state", equalTo("paused"));

        // Then
        nudge();
        await().during(Duration.ofMillis(500)).until(() -> "paused".equals(row().get("state")));
        steer("resume").statusCode(200);
        awaitState("done");
        steer("pause").statusCode(404).body("error_code", equalTo("job_not_found"));
    }

    @Test
    void aSubjectWaitsOnce() {
        // Given
        Runnable submission = () -> jobs.submit(KIND, subject, "test");

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            submission.run();
            submission.run();
        });

        // Then
        awaitState("done");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatIsSubmittedWhileTheFirstChunkRunsIsAJobOfItsOwn() {
        // Given
        faults.plan(subject, 1, () -> QuarkusTransaction.requiringNew().run(() -> jobs.submit(KIND, subject, "late")));

        // When
        submit();

        // Then
        patiently()
                .until(() -> database()
                                .query("select 1 from job where subject = ? and state = 'done'", subject)
                                .size()
                        == 2);
    }

    @Test
    void aWaitingJobDoesNotStartBeforeASubmitterThatItServesHasCommitted() {
        // Given
        database()
                .execute(
                        "insert into job (kind, subject, created_by, not_before) "
                                + "values ('count', ?, 'test', now() + interval '1 hour')",
                        subject);

        // When
        List<Map<String, @Nullable Object>> startable = QuarkusTransaction.requiringNew()
                .call(() -> {
                    jobs.submit(KIND, subject, "second");
                    return database().query("select id from job where subject = ? for update skip locked", subject);
                });

        // Then
        assertThat(startable).isEmpty();
        nudge();
        awaitState("done");
    }

    @Test
    void operatorsSeeJobsNewestFirst() {
        // Given
        submit();
        awaitState("done");

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("before", id() + 1)
                .queryParam("limit", 1)
                .get("/api/tally/ops/jobs")
                .then();

        // Then
        answer.statusCode(200)
                .body("results[0].subject", equalTo(subject))
                .body("results[0].state", equalTo("done"))
                .body("results[0].done", equalTo(30));
    }

    private void submit() {
        QuarkusTransaction.requiringNew().run(() -> jobs.submit(KIND, subject, "test"));
    }

    private io.restassured.response.ValidatableResponse steer(String action) {
        return given().auth()
                .oauth2(Tokens.staff())
                .post("/api/tally/ops/jobs/" + id() + "/" + action)
                .then();
    }

    private void awaitState(String state) {
        patiently().until(() -> state.equals(row().get("state")));
    }

    /** Lets the job go on without its pauses. */
    private void nudgeUntil(String state) {
        patiently().until(() -> {
            nudge();
            return state.equals(row().get("state"));
        });
    }

    private void nudge() {
        database().execute("update job set not_before = now() where subject = ? and not_before > now()", subject);
        runner.run();
    }

    private Map<String, @Nullable Object> row() {
        return database()
                .query("select * from job where subject = ? order by id", subject)
                .getFirst();
    }

    private long id() {
        return (Long) java.util.Objects.requireNonNull(row().get("id"));
    }

    private int count() {
        return database().query("select 1 from job where subject = ?", subject).size();
    }

    private void assertEachItemOnce() {
        assertThat(database().query("select item from job_item where subject = ? order by item", subject))
                .extracting(item -> item.get("item"))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 30).boxed().toList());
    }
}
