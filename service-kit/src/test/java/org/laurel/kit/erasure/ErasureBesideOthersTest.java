package org.laurel.kit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.laurel.sample.Sample.learner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.sql.Failures;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** Erasures in transactions that wait for another of the same thread, which PostgreSQL cannot know. */
@KitTest
class ErasureBesideOthersTest {

    /** Lock not available: the short patience for such rows ended, long before the transaction's. */
    private static final String NOT_HAD_IN_TIME = "SQLState 55P03";

    @Inject
    Erasure erasure;

    @Inject
    Brake brake;

    @Inject
    Jobs jobs;

    @Inject
    Sql sql;

    private final String learner = learner();
    private final String username = "beside-" + UUID.randomUUID();
    private final Map<String, List<String>> words = Map.of(learner, List.of(username));
    private final String named = "course:named-" + UUID.randomUUID();
    private final String unnamed = "course:unnamed-" + UUID.randomUUID();

    @Test
    void aPollThatErasesSomebodyCanEngageBrakes() {
        // Given
        releasedBrakes();

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            erasure.erase(words);
            assertThat(brake.engage(named, "too many", "")).isTrue();
            assertThat(brake.engage(unnamed, "too many", "")).isTrue();
        });

        // Then
        assertThat(QuarkusTransaction.requiringNew().call(() -> erasure.eraseOperations(words)))
                .as("lines of history")
                .isEqualTo(2);
        assertThat(released(named)).containsExactly("-", learner, learner, "-");
        assertThat(released(unnamed)).containsExactly("-", "ada", "ada", "-");
    }

    @Test
    void onlyBrakesThatNameThePersonAreLockedAndNobodyWaitsForThemLong() {
        // Given
        releasedBrakes();

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            erasure.eraseOperations(words);
            assertThat(brake.engage(unnamed, "too many", "")).isTrue();
            Throwable refused = catchThrowable(() -> brake.engage(named, "too many", ""));

            // Then
            assertThat(Failures.describe(refused)).isEqualTo(NOT_HAD_IN_TIME);
        });
        assertThat(brake.engage(named, "too many", "")).isTrue();
    }

    @Test
    void aPollNeverWaitsForTheChunkOfAJobAndTheSearchForOperatorsNotLong() {
        // Given
        long theirs = QuarkusTransaction.requiringNew().call(() -> job(username));
        long others = QuarkusTransaction.requiringNew().call(() -> job("ada"));

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            sql.query("select 1 from job where id = any(?) for update", row -> 1, (Object) new Long[] {theirs, others});
            QuarkusTransaction.requiringNew().run(() -> erasure.erase(words));
            QuarkusTransaction.requiringNew().run(() -> erasure.eraseOperations(Map.of(learner, List.of("nobody"))));
            Throwable refused =
                    catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> erasure.eraseOperations(words)));

            // Then
            assertThat(Failures.describe(refused)).isEqualTo(NOT_HAD_IN_TIME);
        });
        assertThat(QuarkusTransaction.requiringNew().call(() -> erasure.eraseOperations(words)))
                .isEqualTo(1);
        assertThat(sql.query("select created_by from job where id = ?", row -> row.getString(1), theirs))
                .containsExactly(learner);
    }

    @Test
    void aUsernameThatIsTheIdIsNothingToErase() {
        // Given
        QuarkusTransaction.requiringNew().call(() -> job(learner));
        brake.engage(named, "too many", "");
        brake.release(named, Cause.of(learner, "request"));

        // When
        int changed = QuarkusTransaction.requiringNew()
                .call(() -> erasure.eraseOperations(Map.of(learner, List.of(learner))));

        // Then
        assertThat(changed).isZero();
    }

    private void releasedBrakes() {
        brake.engage(named, "too many", "");
        brake.release(named, Cause.of(username, "request"));
        brake.engage(unnamed, "too many", "");
        brake.release(unnamed, Cause.of("ada", "request"));
        Sample.moveTheRelease(named, "-1 day");
        Sample.moveTheRelease(unnamed, "-1 day");
    }

    private long job(String by) {
        long job = jobs.begin("count", "course:" + UUID.randomUUID(), Map.of("reason", "because"), null, by);
        jobs.pause(job, true);
        return job;
    }

    private List<String> released(String subject) {
        return sql.query(
                "select coalesce(released_by, '-') from brake_history where subject = ? order by history_id",
                row -> row.getString(1),
                subject);
    }
}
