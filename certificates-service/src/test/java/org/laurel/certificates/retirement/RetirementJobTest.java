package org.laurel.certificates.retirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.Retirement;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** That the job after a retirement comes to its end, and what it does that the retirement must not. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementJobTest {

    @Inject
    Retirement retirement;

    @Inject
    Brake brake;

    @Inject
    Jobs jobs;

    @Inject
    Sql sql;

    @Test
    void aPersonWhoActedUnderTheLearnerIdIsReported() {
        // Given
        person("same-as-id", "same-as-id");
        policy("same-as-id");

        // When
        retirement.apply(retire("same-as-id"));

        // Then
        awaitErased("same-as-id");
        assertThat(policies("same-as-id")).isEqualTo(1);
    }

    @Test
    void peopleWhoseUsernamesAndIdsAreSwappedAreReportedAndEachRowNamesItsPerson() {
        // Given
        person("swap-left", "swap-right");
        person("swap-right", "swap-left");
        person("swap-next", "swap-plain");
        policy("swap-left");
        policy("swap-left");
        policy("swap-right");
        policy("swap-plain");

        // When
        retirement.apply(retire("swap-left", "swap-right", "swap-next"));

        // Then
        awaitErased("swap-left", "swap-right", "swap-next");
        assertThat(policies("swap-right")).isEqualTo(2);
        assertThat(policies("swap-left")).isEqualTo(1);
        assertThat(policies("swap-next")).isEqualTo(1);
    }

    @Test
    void aPollThatRetiresWhoReleasedABrakeCanEngageIt() {
        // Given
        person("braking-id", "braking");
        brake.engage("retirement:braking", "too many", "");
        brake.release("retirement:braking", Cause.of("braking", "request"));
        Database.current()
                .execute(
                        "update brake set released_at = now() - interval '1 day' where subject = 'retirement:braking'");

        // When
        boolean engaged = QuarkusTransaction.requiringNew().call(() -> {
            retirement.apply(retire("braking-id"));
            return brake.engage("retirement:braking", "too many again", "");
        });

        // Then
        assertThat(engaged).isTrue();
        awaitErased("braking-id");
        assertThat(Database.current().query("""
                select 1 from brake_history where subject = 'retirement:braking' and 'braking' in (released_by, changed_by)
                """)).isEmpty();
        assertThat(brake.release("retirement:braking", Cause.of("test", "request")))
                .isTrue();
    }

    @Test
    void aRetirementDoesNotWaitForTheChunkOfAJobThatThePersonBegan() {
        // Given
        person("importing-id", "importing");
        long begun = QuarkusTransaction.requiringNew().call(() -> {
            long job = jobs.begin("certificate-import", "0", Map.of(), null, "importing");
            jobs.pause(job, true);
            return job;
        });

        // When the chunk lasts until the retirement has committed: one that waited for it would fail
        QuarkusTransaction.requiringNew().run(() -> {
            sql.query("select 1 from job where id = ? for update", row -> 1, begun);
            QuarkusTransaction.requiringNew().run(() -> retirement.apply(retire("importing-id")));
        });

        // Then
        awaitErased("importing-id");
        assertThat(Database.current().value("select created_by from job where id = ?", begun))
                .isEqualTo("importing-id");
    }

    @Test
    void rowsAboutOthersWaitUntilJobsAndSchedulesNameNobodyAnyMore() {
        // Given
        person("scheduling-id", "scheduling");
        policy("scheduling");
        long begun = QuarkusTransaction.requiringNew().call(() -> {
            long job = jobs.begin("certificate-import", "0", Map.of(), null, "scheduling");
            jobs.pause(job, true);
            return job;
        });

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            sql.query("select 1 from job where id = ? for update", row -> 1, begun);
            QuarkusTransaction.requiringNew().run(() -> retirement.apply(retire("scheduling-id")));
            await().until(() -> !Database.current().query("""
                            select 1 from job j join retired_person r on r.job_id = j.id
                            where r.learner_id = 'scheduling-id' and j.error is not null
                            """).isEmpty());

            // Then
            assertThat(policies("scheduling")).isEqualTo(1);
        });
        awaitErased("scheduling-id");
        assertThat(policies("scheduling-id")).isEqualTo(1);
    }

    @Test
    void anotherJobFollowsOneThatIsCancelled() {
        // Given
        person("cancelled-id", "cancelled-name");
        QuarkusTransaction.requiringNew().run(() -> {
            retirement.apply(retire("cancelled-id"));
            sql.update("update job set state = 'paused' where kind = 'retirement' and state = 'waiting'");
        });
        long paused = Long.parseLong(String.valueOf(
                Database.current().value("select max(id) from job where kind = 'retirement' and state = 'paused'")));

        // When
        boolean cancelled = jobs.cancel(paused);

        // Then
        assertThat(cancelled).isTrue();
        awaitErased("cancelled-id");
        assertThat(Database.current().query("select 1 from retired_person_word where learner_id = 'cancelled-id'"))
                .isEmpty();
    }

    private static void person(String learnerId, String username) {
        Database.current().execute("""
                        insert into learner (learner_id, username, email, name, is_active, version, occurred_at)
                        values (?, ?, '', '', true, 1, now())
                        """, learnerId, username);
        Database.current().execute("insert into known_actor (learner_id, username) values (?, ?)", learnerId, username);
    }

    /** A row that somebody has changed. */
    private static void policy(String by) {
        Database.current().execute("""
                insert into run_policy (course_key, occurred_at, pdf_generation, self_generation_enabled,
                    language_specific_templates_enabled, changed_by, cause_id)
                values ('course-v1:Org+retirement-job+2026', now(), false, false, false, ?, 'test')
                """, by);
    }

    private static int policies(String by) {
        return Database.current()
                .query("select 1 from run_policy where changed_by = ?", by)
                .size();
    }

    private static List<Retire> retire(String... learnerIds) {
        return Stream.of(learnerIds)
                .map(id -> new Retire(new LearnerId(id), Story.at(60), Cause.of("/enrollment", "retire-" + id)))
                .toList();
    }

    private static void awaitErased(String... learnerIds) {
        await().until(() -> Database.current()
                        .query(
                                "select 1 from retired_person where erased_at is not null and learner_id = any(string_to_array(?, ' '))",
                                String.join(" ", learnerIds))
                        .size()
                == learnerIds.length);
    }
}
