package org.laurel.bridge.outbound.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.openedx.avro.AvroCodec;
import org.laurel.bridge.openedx.avro.EventHeaders;
import org.laurel.bridge.openedx.avro.Frame;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.schema.app.LatestIds;
import org.laurel.bridge.schema.app.SchemaIds;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.kit.outbox.WaitingEvent;
import org.laurel.kit.outbox.WireEncoding;
import org.laurel.kit.outbox.WireRecord;

/**
 * Writes events as Open edX's own producers do: framed Avro, ten headers, and the partition that librdkafka would choose. All
 * that it needs stands in the row; the registry may be away. Where it told of other ids since, because it was set up anew, those
 * are written. A row without ids, of a version that did not put them there, gets them or is not sent before they are known.
 * Source: enrollment-and-events §4.2, §4.3, §4.5 and §4.7.
 */
@Singleton
class OpenEdxEncoding implements WireEncoding {

    private final TopicChoice topics;
    private final WaitingData waiting;
    private final LatestIds schemas;
    private final MeterRegistry metrics;
    private final String source;
    private final String host;

    OpenEdxEncoding(
            TopicChoice topics,
            WaitingData waiting,
            LatestIds schemas,
            MeterRegistry metrics,
            @ConfigProperty(name = "laurel.openedx.service-name") String serviceName) {
        this.topics = topics;
        this.waiting = waiting;
        this.schemas = schemas;
        this.metrics = metrics;
        this.source = EventHeaders.source(serviceName);
        this.host = host();
    }

    @Override
    public Set<String> topics() {
        return topics.chosen().all();
    }

    @Override
    public boolean covers(String type) {
        return OpenEdxEvents.find(type).isPresent();
    }

    @Override
    public WireRecord encode(WaitingEvent event) {
        OpenEdxEvent<?> type = OpenEdxEvents.find(event.type())
                .orElseThrow(() -> new IllegalStateException("asked for a type that is not covered"));
        WireRecord written = encode(type, event);
        metrics.counter("laurel.openedx.sent", "type", event.type()).increment();
        return written;
    }

    @Override
    public Integer partition(byte[] key, int partitions) {
        CRC32 sum = new CRC32();
        sum.update(key);
        return (int) (sum.getValue() % partitions);
    }

    private <D extends Record> WireRecord encode(OpenEdxEvent<D> type, WaitingEvent event) {
        WaitingData.Waited<D> waited = waiting.read(type, event.value());
        SchemaIds.Ids ids = schemas.of(type, event.topic(), waited.schemas(), event.appendedAt());
        byte[] key = AvroCodec.key(type, waited.data())
                .map(body -> new Frame(ids.key(), body).bytes())
                .orElse(null);
        EventHeaders headers = new EventHeaders(event.type(), UUID.fromString(event.id()), source, waited.at(), host);
        List<WireRecord.Header> written = new ArrayList<>();
        headers.written().forEach((name, value) -> written.add(new WireRecord.Header(name, value)));
        return new WireRecord(key, new Frame(ids.value(), AvroCodec.value(type, waited.data())).bytes(), written);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
