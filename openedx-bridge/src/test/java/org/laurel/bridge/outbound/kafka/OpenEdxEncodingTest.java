package org.laurel.bridge.outbound.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.avro.Frame;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.schema.app.SchemaIds;
import org.laurel.kit.outbox.WaitingEvent;
import org.laurel.kit.outbox.WireRecord;

@BridgeTest
class OpenEdxEncodingTest {

    @Inject
    OpenEdxEncoding encoding;

    @Inject
    WaitingData waiting;

    @Test
    void aRowIsWrittenWithNothingButWhatStandsInIt() {
        // Given
        CertificateData data = new CertificateData(
                user(5001),
                new CourseData("course-v1:DemoX+Row+2026", "", null, null),
                "audit",
                "",
                "",
                "Name",
                "downloadable",
                "");
        String row = waiting.write(OpenEdxEvents.CERTIFICATE_CREATED, data, at(0), new SchemaIds.Ids(70_001, 70_002));

        // When
        WireRecord written = encoding.encode(new WaitingEvent(
                UUID.randomUUID().toString(),
                "any-topic",
                data.course().courseKey(),
                OpenEdxEvents.CERTIFICATE_CREATED.type(),
                row,
                at(0)));

        // Then
        assertThat(Frame.read(Objects.requireNonNull(written.key())).schemaId()).isEqualTo(70_001);
        assertThat(Frame.read(Objects.requireNonNull(written.value())).schemaId())
                .isEqualTo(70_002);
        assertThat(waiting.read(OpenEdxEvents.CERTIFICATE_CREATED, row).data()).isEqualTo(data);
    }
}
