package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Listener;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

@BridgeTest
class CourseNameTest {

    @Test
    void aCourseIsCalledByTheNameThatLaurelHeard() {
        try (KafkaProbe probe = KafkaProbe.fromNow();
                Listener site = new Listener("learning-certificate-lifecycle")) {
            // Given
            String run = "course-v1:DemoX+Named+2026";
            var named = Decisions.courseRun("Intro");
            String id = probe.send(new PlatformEvent(
                    named.topic(),
                    named.type(),
                    run,
                    named.json().replace(Decisions.RUN, run),
                    named.id(),
                    named.source(),
                    named.time(),
                    null,
                    named.extraHeaders()));
            await().atMost(KafkaProbe.PATIENCE)
                    .until(() -> !Database.current()
                            .query("select 1 from inbox where event_id = ?", id)
                            .isEmpty());
            var awarded = Decisions.certificate("awarded", "3101", "downloadable", "1", 1);

            // When
            probe.send(awarded.withJson(awarded.json().replace(Decisions.RUN, run)));

            // Then
            CertificateData told =
                    (CertificateData) site.await(3101, 1).getFirst().data();
            assertThat(told.course().displayName()).isEqualTo("Intro");
        }
    }
}
