package org.laurel.programs.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.Story;
import org.laurel.programs.certificate.db.CertificateLinkQuery;
import org.laurel.programs.certificate.domain.CertificateLink;

/** Where certificates are; the highest version wins. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificateLinkTest {

    @Inject
    CertificateLinkQuery links;

    @Test
    void keepsTheHighestVersionInWhateverOrderItComes() {
        // Given
        Story story = new Story("link-order");

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.sendAll(
                    List.of(event(story, 3, "c"), event(story, 2, "b"), event(story, 3, "c"), event(story, 1, "a")));
        }

        // Then
        await("the newest version")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(load(story))
                        .containsOnly(Map.entry(
                                new CourseKey(story.course("A")),
                                new CertificateLink(
                                        new LearnerId(story.learnerId()),
                                        new CourseKey(story.course("A")),
                                        3,
                                        "downloadable",
                                        "c".repeat(32),
                                        "https://files.example/c.pdf"))));
    }

    @Test
    void losesTheAddressesOfALearnerWhoIsRetiredForGood() {
        // Given
        Story story = new Story("link-gone");
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(event(story, 1, "d"));
            await("the link")
                    .atMost(KafkaProbe.PATIENCE)
                    .until(() -> !load(story).isEmpty());

            probe.send("org.laurel.learner.retired.v1", story.learnerId(), """
                    {"learner_id": "%s", "occurred_at": "2026-02-04T00:00:00Z"}""".formatted(story.learnerId()));
            await("the link is blank").atMost(KafkaProbe.PATIENCE).until(() -> verifyUuid(story) == null);

            // When
            String late = probe.send(event(story, 2, "e"));

            // Then
            await("the late event").atMost(KafkaProbe.PATIENCE).until(() -> isTaken(late));
            assertThat(load(story).values())
                    .extracting(CertificateLink::verifyUuid, CertificateLink::downloadUrl)
                    .containsExactly(tuple(null, null));
        }
    }

    private static boolean isTaken(String eventId) {
        return !Database.current()
                .query("select 1 from inbox where event_id = ?", eventId)
                .isEmpty();
    }

    private @Nullable String verifyUuid(Story story) {
        return load(story).values().iterator().next().verifyUuid();
    }

    private Map<CourseKey, CertificateLink> load(Story story) {
        return links.load(new LearnerId(story.learnerId()), List.of(new CourseKey(story.course("A"))));
    }

    private static PlatformEvent event(Story story, int version, String letter) {
        PlatformEvent event = story.certificate("A", version, "downloadable", version);
        return event.withJson(event.json()
                .replace("\"verify_uuid\": null", "\"verify_uuid\": \"" + letter.repeat(32) + "\"")
                .replace("\"download_url\": null", "\"download_url\": \"https://files.example/" + letter + ".pdf\""));
    }
}
