import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventBody;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.PassingStatusChanged;

/**
 * Tells Laurel that a learner passes a course run.
 *
 * <p>Needs org.laurel:shared-events, org.apache.kafka:kafka-clients, com.fasterxml.jackson.core:jackson-databind and
 * com.fasterxml.jackson.datatype:jackson-datatype-jsr310.
 */
public final class PassingStatusProducer {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private PassingStatusProducer() {}

    /** Arguments: the Kafka brokers, and the learner's id. */
    public static void main(String[] arguments) throws Exception {
        String brokers = arguments.length > 0 ? arguments[0] : "localhost:19092";
        String learner = arguments.length > 1 ? arguments[1] : "42";
        // The constructor refuses what is outside the contract. occurred_at is when it came true, not when it is sent.
        var passing = new PassingStatusChanged(
                learner,
                "course-v1:DemoX+CS101+2026_T1",
                true,
                new BigDecimal("0.88"),
                "B",
                Instant.parse("2026-02-03T04:05:06Z"));
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record(EventCatalogue.PASSING_STATUS_CHANGED, passing)).get();
        }
    }

    /** A CloudEvent in binary mode. Keep its id when you send the same fact again: then it is known as a repeat. */
    private static <B extends EventBody> ProducerRecord<byte[], byte[]> record(EventType<B> type, B body)
            throws Exception {
        byte[] value = JSON.writeValueAsBytes(body);
        if (value.length > type.topic().largestValue()) {
            throw new IllegalArgumentException(type.topic().topicName() + " does not take " + value.length + " bytes");
        }
        var record = new ProducerRecord<>(type.topic().topicName(), body.key().getBytes(UTF_8), value);
        record.headers()
                .add(CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE.getBytes(UTF_8))
                .add(CloudEventHeaders.ID, UUID.randomUUID().toString().getBytes(UTF_8))
                .add(CloudEventHeaders.SOURCE, "/platforms/java".getBytes(UTF_8))
                .add(CloudEventHeaders.TYPE, type.name().getBytes(UTF_8))
                .add(CloudEventHeaders.TIME, Instant.now().toString().getBytes(UTF_8))
                .add(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON.getBytes(UTF_8));
        return record;
    }
}
