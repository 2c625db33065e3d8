package org.laurel.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.clients.producer.ProducerRecord;

class PlatformProducerTest {

    @Property(tries = 200)
    void writesKeyAndBodyAsTheyAre(
            @ForAll @StringLength(max = 255) @CharRange(from = ' ', to = '\u07ff') String key,
            @ForAll @StringLength(max = 500) @CharRange(from = ' ', to = '\u07ff') String json) {
        // Given
        PlatformEvent event = PlatformEvent.on("laurel.grades", "any", key, json);

        // When
        ProducerRecord<byte[], byte[]> record = PlatformProducer.record(event);

        // Then
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(key);
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo(json);
    }
}
