package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RevocationTest {

    private static final String CERTIFICATES = "laurel.certificates";

    @Test
    void takesBackAndGrantsAgainUnderTheSamePublicId() {
        Story story = new Story("revoked");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));
            probe.send(story.passing(true, "0.8", 20));
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
            probe.send(story.passing(false, "0.2", 30));
            probe.awaitEvents(CERTIFICATES, 4, story::isAbout);

            // When
            probe.send(story.passing(true, "0.9", 40));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CERTIFICATES, 6, story::isAbout);
            assertThat(events)
                    .extracting(event -> event.type().replace("org.laurel.course-cert.", ""), this::version)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("changed.v1", 1),
                            org.assertj.core.groups.Tuple.tuple("awarded.v1", 1),
                            org.assertj.core.groups.Tuple.tuple("changed.v1", 2),
                            org.assertj.core.groups.Tuple.tuple("revoked.v1", 2),
                            org.assertj.core.groups.Tuple.tuple("changed.v1", 3),
                            org.assertj.core.groups.Tuple.tuple("awarded.v1", 3));
            assertThat(events)
                    .extracting(event -> event.body().get("verify_uuid").asText())
                    .containsOnly(events.getFirst().body().get("verify_uuid").asText());
        }
        assertThat(Database.current()
                        .query(
                                "select status from certificate_history where learner_id = ? order by history_id",
                                story.learnerId()))
                .extracting(row -> row.get("status"))
                .containsExactly("downloadable", "notpassing", "downloadable");
    }

    @Test
    void withdrawsACertificateThatALateFactForbids() {
        Story story = new Story("withdrawn");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));
            probe.send(story.passing(true, "0.8", 20));
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);

            // When
            probe.send(story.enrolled("audit", 2, 15));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CERTIFICATES, 4, story::isAbout);
            assertThat(events.get(3).type()).isEqualTo("org.laurel.course-cert.revoked.v1");
            assertThat(events.get(3).body().get("reason").asText()).isEqualTo("never_granted");
            assertThat(events.get(3).body().get("previous_status").asText()).isEqualTo("downloadable");
        }
    }

    private int version(ReceivedEvent event) {
        return event.body().get("version").asInt();
    }
}
