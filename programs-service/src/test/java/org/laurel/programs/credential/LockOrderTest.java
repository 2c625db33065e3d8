package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.credential.app.CourseRedating;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.app.CredentialRepairing;
import org.laurel.programs.credential.app.LearnerEvaluation;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.RedateCourse;
import org.laurel.programs.credential.domain.RepairLearner;
import org.laurel.programs.credential.domain.RepairRule;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.evaluation.domain.AwardingBasis;
import org.laurel.programs.learner.domain.Learner;

/** Whoever decides about credentials takes the locks in the one order of the service, so that nobody waits in a circle. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LockOrderTest {

    private static final Cause CAUSE = Cause.of("test", "lock-order");

    @Inject
    KeyLocks locks;

    private ExecutorService threads;

    @BeforeEach
    void open() {
        threads = Executors.newFixedThreadPool(1);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    /** What decides about credentials. */
    enum Deciding {
        KEEPING {
            @Override
            void decide(Story story) {
                certify(story, 2, "downloadable");
            }
        },
        POSTING {
            @Override
            void decide(Story story) {
                use(CredentialPosting.class)
                        .apply(List.of(new PostCredential(
                                story.username(),
                                null,
                                new CredentialSubject.OfRun(run(story)),
                                "verified",
                                CredentialStatus.AWARDED,
                                Map.of(),
                                null,
                                CAUSE)));
            }
        },
        REDATING {
            @Override
            void decide(Story story) {
                use(CourseRedating.class)
                        .apply(List.of(new RedateCourse(new CaseKey(learner(story), run(story)), CAUSE)));
            }
        },
        REPAIRING {
            @Override
            void decide(Story story) {
                use(CredentialRepairing.class)
                        .apply(List.of(new RepairLearner(
                                learner(story),
                                Set.of(UUID.fromString(story.program(1))),
                                new RepairRule(true, true, Story.at(60)),
                                CAUSE)));
            }
        },
        SWITCHING_ON {
            @Override
            void decide(Story story) {
                Database.current()
                        .execute(
                                "insert into pending_award (learner_id, course_key, obstacle, mode, first_earned_at, earned_at,"
                                        + " modified_at) values (?, ?, 'credentials_disabled', 'verified', now(), now(), now())",
                                story.learnerId(),
                                story.course("A"));
                use(LearnerEvaluation.class).apply(List.of(learner(story)), CAUSE);
            }
        };

        abstract void decide(Story story);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitsForTheDateOfARunKeepsNobodyFromTheCatalogue(Deciding deciding) throws Exception {
        // Given
        Story story = story("locklate", deciding);

        // When
        Future<?> waiting = QuarkusTransaction.requiringNew().call(() -> {
            locks.change(CourseCertificateStore.subjects(List.of(run(story))));
            Future<?> begun = threads.submit(() -> deciding.decide(story));
            await("it waits").atMost(KafkaProbe.PATIENCE).until(LockOrderTest::somebodyWaits);
            locks.change(List.of(AwardingBasis.KEY));
            return begun;
        });

        // Then
        waiting.get();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverChangesADateAndTheCatalogueWaitsForThoseWhoDecide(Deciding deciding) throws Exception {
        // Given
        Story story = story("lockearly", deciding);
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> deciders =
                threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                    deciding.decide(story);
                    decided.countDown();
                    await().atMost(KafkaProbe.PATIENCE).until(() -> commit.getCount() == 0);
                }));
        assertThat(decided.await(1, TimeUnit.MINUTES)).isTrue();

        // When
        try (ExecutorService others = Executors.newFixedThreadPool(1)) {
            Future<?> changing =
                    others.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        locks.change(CourseCertificateStore.subjects(List.of(run(story))));
                        locks.change(List.of(AwardingBasis.KEY));
                    }));
            await("the change waits").atMost(KafkaProbe.PATIENCE).until(LockOrderTest::somebodyWaits);
            commit.countDown();

            // Then
            deciders.get();
            changing.get();
        }
    }

    private static boolean somebodyWaits() {
        return !Database.current()
                .query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }

    private static Story story(String word, Deciding deciding) {
        Story story = new Story(word + deciding.name().toLowerCase(Locale.ROOT).replace("_", ""));
        story.put(1, List.of(List.of("A"))).statusCode(201);
        certify(story, 1, "notpassing");
        return story;
    }

    private static void certify(Story story, int version, String status) {
        LearnerId learner = learner(story);
        use(CredentialKeeping.class)
                .apply(List.of(new TakeCertificate(
                        new CaseKey(learner, run(story)),
                        new CertificateVersion(version, status, "verified", Story.at(10), Story.at(10 + version)),
                        new Learner(learner, story.username(), "", "", true, 1, Story.at(1)),
                        CAUSE)));
    }

    private static LearnerId learner(Story story) {
        return new LearnerId(story.learnerId());
    }

    private static CourseKey run(Story story) {
        return new CourseKey(story.course("A"));
    }

    private static <T> T use(Class<T> useCase) {
        return CDI.current().select(useCase).get();
    }
}
