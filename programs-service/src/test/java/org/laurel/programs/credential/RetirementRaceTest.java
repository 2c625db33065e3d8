package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.Retirement;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.credential.app.CredentialDeciding;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.DecideCredential;
import org.laurel.programs.credential.domain.Decided;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.Posted;
import org.laurel.programs.learner.app.LearnerRecording;
import org.laurel.programs.learner.domain.Learner;

/** Nothing is noted about a learner who retires while a request about the learner waits. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementRaceTest {

    private static final Cause CAUSE = Cause.of("test", "retirement-race");

    @Inject
    Retirement retirement;

    @Inject
    LearnerRecording learners;

    @Inject
    CredentialPosting posting;

    @Inject
    CredentialDeciding deciding;

    private ExecutorService threads;

    @BeforeEach
    void open() {
        threads = Executors.newFixedThreadPool(1);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void whoRetiresMeanwhileGetsNoCredentialAndNoNotes() throws Exception {
        // Given
        Story story = new Story("retirerace");
        LearnerId learner = new LearnerId(story.learnerId());
        story.put(1, List.of(List.of("A"))).statusCode(201);
        learners.apply(List.of(new Learner(learner, story.username(), "", "Ada", true, 1, Story.at(1))));
        PostCredential command = award(story, Map.of("note", "Ada Byron, in person"));

        // When
        Future<List<Posted>> posted = QuarkusTransaction.requiringNew().call(() -> {
            retirement.apply(List.of(new Retire(learner, Story.at(5), CAUSE)));
            Future<List<Posted>> begun = threads.submit(() -> posting.apply(List.of(command)));
            await("the request waits").atMost(KafkaProbe.PATIENCE).until(RetirementRaceTest::somebodyWaits);
            return begun;
        });

        // Then
        assertThat(posted.get()).containsExactly(Posted.UNKNOWN_LEARNER);
        for (String table : List.of("credential_attribute", "course_credential", "credential_order")) {
            assertThat(Database.current().query("select 1 from " + table + " where learner_id = ?", story.learnerId()))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void whatIsDecidedAboutWhoRetiresMeanwhileHoldsAndTheReasonIsNotKept() throws Exception {
        // Given
        Story story = new Story("retirereason");
        LearnerId learner = new LearnerId(story.learnerId());
        story.put(1, List.of(List.of("A"))).statusCode(201);
        learners.apply(List.of(new Learner(learner, story.username(), "", "Ada", true, 1, Story.at(1))));
        PostCredential award = award(story, Map.of());
        UUID credential = ((Posted.Done) posting.apply(List.of(award)).getFirst()).credentialUuid();
        DecideCredential command =
                new DecideCredential(credential, CredentialStatus.REVOKED, CAUSE.because("Ada Byron has asked for it"));

        // When
        Future<List<Decided>> decided = QuarkusTransaction.requiringNew().call(() -> {
            retirement.apply(List.of(new Retire(learner, Story.at(5), CAUSE)));
            Future<List<Decided>> begun = threads.submit(() -> deciding.apply(List.of(command)));
            await("the request waits").atMost(KafkaProbe.PATIENCE).until(RetirementRaceTest::somebodyWaits);
            return begun;
        });

        // Then
        assertThat(decided.get()).containsExactly(Decided.CHANGED);
        for (String table : List.of("credential_order_history", "course_credential_history")) {
            assertThat(Database.current()
                            .query(
                                    "select status, change_reason from " + table + " where learner_id = ?"
                                            + " order by history_id",
                                    story.learnerId()))
                    .as(table)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get("change_reason")).isNull())
                    .last()
                    .satisfies(row -> assertThat(row.get("status")).isEqualTo("revoked"));
        }
    }

    private static PostCredential award(Story story, Map<String, String> attributes) {
        return new PostCredential(
                story.username(),
                null,
                new CredentialSubject.OfRun(new CourseKey(story.course("A"))),
                "verified",
                CredentialStatus.AWARDED,
                attributes,
                null,
                CAUSE);
    }

    private static boolean somebodyWaits() {
        return !Database.current()
                .query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }
}
