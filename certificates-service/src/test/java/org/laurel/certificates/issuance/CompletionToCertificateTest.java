package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;

/** Certificates that are earned by completion, from Kafka to Kafka. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionToCertificateTest {

    private static final String CERTIFICATES = "laurel.certificates";
    private static final String CHANGED = "org.laurel.course-cert.changed.v1";
    private static final String AWARDED = "org.laurel.course-cert.awarded.v1";
    private static final String REVOKED = "org.laurel.course-cert.revoked.v1";

    @Inject
    RunPolicySetting policies;

    @Test
    void reachingTheThresholdAwardsOnceAndFallingBelowTakesNothingBack() {
        Story story = new Story("completion-alone");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            threshold(story, "0.8", false);
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));
            probe.send(story.passing(false, "0.2", 11));
            probe.send(story.completed("chapter", "1", "10", 1, 12));
            probe.send(story.completed("0.5", 1, 12));

            // When
            probe.send(story.completed("0.8", 2, 20));

            // Then
            assertThat(probe.awaitEvents(CERTIFICATES, 2, story::isAbout))
                    .extracting(ReceivedEvent::type)
                    .containsExactly(CHANGED, AWARDED);
            probe.send(story.completed("0.8", 2, 20));
            probe.send(story.completed("0.9", 3, 30));
            probe.send(story.passing(false, "0.1", 35));
            probe.send(story.completed("0.4", 4, 40));
            probe.send(story.completed("0.95", 5, 50));
            awaitStanding(story, 5);
            probe.send(story.examRejected(60));
            assertThat(probe.awaitEvents(CERTIFICATES, 4, story::isAbout))
                    .extracting(ReceivedEvent::type)
                    .containsExactly(CHANGED, AWARDED, CHANGED, REVOKED);
            assertThat(row(story)).containsEntry("status", "unavailable").containsEntry("reason", "exam_event");
        }
    }

    @Test
    void gradeAndCompletionAreBothNeededInEitherOrder() {
        Story gradeFirst = new Story("completion-last");
        Story gradeLast = new Story("grade-last");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            for (Story story : List.of(gradeFirst, gradeLast)) {
                threshold(story, "0.8", true);
                probe.send(story.courseRun());
                probe.send(story.enrolled("verified", 1, 10));
            }

            // When
            probe.send(gradeFirst.passing(true, "0.9", 20));
            probe.send(gradeFirst.completed("1", 1, 30));
            probe.send(gradeLast.completed("1", 1, 20));
            probe.send(gradeLast.passing(true, "0.9", 30));

            // Then
            for (Story story : List.of(gradeFirst, gradeLast)) {
                probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
                assertThat(row(story)).containsEntry("status", "downloadable").containsEntry("created", "04:30:00");
            }
            probe.send(gradeLast.passing(false, "0.1", 40));
            assertThat(probe.awaitEvents(CERTIFICATES, 4, gradeLast::isAbout))
                    .extracting(ReceivedEvent::type)
                    .endsWith(CHANGED, REVOKED);
        }
    }

    @Test
    void aThresholdThatIsSetLaterFindsWhatWasCompletedBefore() {
        Story story = new Story("completion-before");
        Story lower = new Story("completion-lower", "completion-before");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            for (Story learner : List.of(story, lower)) {
                probe.send(learner.completed("0.4", 1, 12));
                probe.send(learner.completed("0.3", 3, 14));
                probe.send(learner.completed("0.9", 2, 16));
            }
            probe.send(story.completed("0.75", 4, 15));
            awaitKept(story, 4);
            awaitKept(lower, 3);
            List.of(story, lower).forEach(learner -> probe.send(learner.enrolled("verified", 1, 10)));
            await().atMost(KafkaProbe.PATIENCE).until(() -> facts(story) + facts(lower) == 2);
            assertThat(row(story))
                    .as("nothing is folded where completion plays no part")
                    .containsEntry("completion", null);

            // When
            threshold(story, "0.7", false, 20);

            // Then
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
            assertThat(row(story)).containsEntry("created", "04:20:00");
            threshold(story, "0.2", false, 30);
            probe.awaitEvents(CERTIFICATES, 2, lower::isAbout);
            assertThat(row(lower)).containsEntry("created", "04:30:00");
            threshold(story, "0.95", false, 40);
            probe.send(lower.completed("0.96", 5, 50));
            awaitStanding(lower, 5);
            assertThat(row(story)).containsEntry("status", "downloadable").containsEntry("version", 1L);
            assertThat(row(lower)).containsEntry("status", "downloadable").containsEntry("version", 1L);
            assertThat(kept(lower)).as("stays as it was").isEqualTo("3");
        }
    }

    @Test
    void endsInTheSameCertificateWhateverArrivesFirst() {
        // Given
        Random random = new Random(20_260_203);
        List<Story> stories = IntStream.range(0, 40)
                .mapToObj(telling -> new Story("progress" + telling))
                .toList();
        stories.forEach(story -> threshold(story, "0.8", true));

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            for (Story story : stories) {
                List<PlatformEvent> telling = new ArrayList<>(List.of(
                        story.courseRun(),
                        story.enrolled("verified", 1, 5),
                        story.completed("0.9", 1, 10),
                        story.completed("0.6", 2, 8),
                        story.passing(true, "0.9", 15),
                        story.completed("0.8", 3, 20),
                        story.completed("0.3", 4, 18)));
                telling.addAll(telling.subList(0, random.nextInt(telling.size())));
                telling.add(story.completed("0.8", 3, 20));
                Collections.shuffle(telling, random);
                probe.sendAll(telling);
            }

            // Then
            await().atMost(KafkaProbe.PATIENCE)
                    .untilAsserted(() -> assertThat(stories)
                            .allSatisfy(story -> assertThat(row(story))
                                    .containsEntry("status", "downloadable")
                                    .containsEntry("created", "04:20:00")
                                    .containsEntry("completion_version", 4L)));
        }
    }

    @Test
    void whereNothingCanBeCompletedNothingIsEarned() {
        Story story = new Story("completion-empty");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            threshold(story, "0.1", false);
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));

            // When
            probe.send(story.completed("course", "1", "0", 1, 20));

            // Then
            awaitStanding(story, 1);
            assertThat(row(story)).containsEntry("status", null).containsEntry("completion", BigDecimal.ZERO);
        }
    }

    private void threshold(Story story, @Nullable String threshold, boolean requiresPassing) {
        threshold(story, threshold, requiresPassing, 0);
    }

    private void threshold(Story story, @Nullable String threshold, boolean requiresPassing, int minute) {
        BigDecimal needed = threshold == null ? null : new BigDecimal(threshold);
        policies.apply(List.of(RunPolicyChange.ofCompletion(
                new CourseKey(story.course()),
                Story.at(minute),
                new CompletionRule.Change(needed, requiresPassing),
                Set.of(),
                Cause.of("test", "threshold-" + minute))));
    }

    private static void awaitStanding(Story story, long version) {
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> Long.valueOf(version).equals(row(story).get("completion_version")));
    }

    private static void awaitKept(Story story, long version) {
        await().atMost(KafkaProbe.PATIENCE).until(() -> String.valueOf(version).equals(kept(story)));
    }

    private static @Nullable String kept(Story story) {
        return Database.current()
                .value(
                        "select max(version) from course_completion where learner_id = ? and course_key = ?",
                        story.learnerId(),
                        story.course());
    }

    private static int facts(Story story) {
        return Database.current()
                .query("select 1 from standing_fact where learner_id = ?", story.learnerId())
                .size();
    }

    /** The standing and the certificate beside it, without values before there is one. */
    private static Map<String, @Nullable Object> row(Story story) {
        List<Map<String, @Nullable Object>> rows = Database.current().query("""
                        select s.completion, s.completion_version, c.status, c.reason, c.version,
                               to_char(c.created_at at time zone 'utc', 'HH24:MI:SS') as created
                        from standing s left join certificate c using (learner_id, course_key)
                        where s.learner_id = ? and s.course_key = ?
                        """, story.learnerId(), story.course());
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }
}
