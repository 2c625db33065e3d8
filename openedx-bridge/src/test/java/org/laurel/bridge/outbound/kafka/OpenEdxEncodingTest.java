package org.laurel.bridge.outbound.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.openedx.avro.Frame;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.schema.app.SchemaIdAwaited;
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
        CertificateData data = data();
        String row = row(data, new SchemaIds.Ids(70_001, 70_002));

        // When
        WireRecord written = encoding.encode(event("any-topic", row));

        // Then
        assertThat(Frame.read(Objects.requireNonNull(written.key())).schemaId()).isEqualTo(70_001);
        assertThat(Frame.read(Objects.requireNonNull(written.value())).schemaId())
                .isEqualTo(70_002);
        assertThat(waiting.read(OpenEdxEvents.CERTIFICATE_CREATED, row).data()).isEqualTo(data);
    }

    @Test
    void aRowOfAVersionThatPutNoIdsThereIsWrittenWithThoseThatAreKnown() {
        // Given
        String row = row(data(), new SchemaIds.Ids(1, 1)).replaceAll("\"(key|value)_schema\":1,", "");
        assertThat(row).doesNotContain("_schema");

        // When
        WireRecord written = encoding.encode(event("learning-certificate-lifecycle", row));

        // Then
        assertThat(Frame.read(Objects.requireNonNull(written.key())).schemaId()).isEqualTo(Bus.KEY_SCHEMA);
        assertThat(Frame.read(Objects.requireNonNull(written.value())).schemaId())
                .isEqualTo(Bus.schemaId(OpenEdxEvents.CERTIFICATE_CREATED));
    }

    @Test
    void aRowForWhichNoIdsAreKnownIsNotWritten() {
        // Given
        WaitingEvent event = event("never-heard-of", row(data(), new SchemaIds.Ids(0, 0)));

        // Then
        assertThatExceptionOfType(SchemaIdAwaited.class).isThrownBy(() -> encoding.encode(event));
    }

    private String row(CertificateData data, SchemaIds.Ids ids) {
        return waiting.write(OpenEdxEvents.CERTIFICATE_CREATED, data, at(0), ids);
    }

    private static WaitingEvent event(String topic, String row) {
        return new WaitingEvent(
                UUID.randomUUID().toString(),
                topic,
                data().course().courseKey(),
                OpenEdxEvents.CERTIFICATE_CREATED.type(),
                row,
                at(0));
    }

    private static CertificateData data() {
        return new CertificateData(
                user(5001),
                new CourseData("course-v1:DemoX+Row+2026", "", null, null),
                "audit",
                "",
                "",
                "Name",
                "downloadable",
                "");
    }
}
