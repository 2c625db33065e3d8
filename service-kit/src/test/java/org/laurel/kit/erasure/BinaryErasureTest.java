package org.laurel.kit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.sample.KitTest;

/**
 * Parked records in Avro name people too. Their texts lie beside one another without any border but their lengths. Nobody takes
 * them out of those, as of records that are too large to be read.
 */
@KitTest
class BinaryErasureTest {

    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    @Inject
    Erasure erasure;

    @Inject
    ParkedEvents parked;

    /** 12, 24 (whose length is written as the digit 0), 46 (a backslash), 100 and 300 bytes (two bytes of length). */
    @ParameterizedTest
    @ValueSource(ints = {12, 24, 46, 100, 300})
    void aWordOfAnyLengthIsFoundBetweenOthers(int length) {
        // Given
        String word = unique(length);
        String record = park("before" + word.length(), word, "after");

        // When
        var erased = erase(word.toUpperCase(java.util.Locale.ROOT));

        // Then
        assertThat(erased.discarded()).isEqualTo(1);
        assertThat(status(record)).isEqualTo("discarded");
    }

    @Test
    void aWordInsideALongerTextIsNoWord() {
        // Given
        String word = unique(12);
        String record = park("x" + word, word + "x", "course-v1:" + word + "+A+1");

        // When
        var erased = erase(word);

        // Then
        assertThat(erased.discarded()).isZero();
        assertThat(status(record)).isEqualTo("parked");
    }

    @Test
    void aNameBeyondAsciiIsFoundInAnyCase() {
        // Given
        String word = "Žofie Ångström " + unique(8);
        String record = park("7", word.toUpperCase(java.util.Locale.ROOT));

        // When
        var erased = erase(word);

        // Then
        assertThat(erased.discarded()).isEqualTo(1);
        assertThat(status(record)).isEqualTo("discarded");
    }

    @Test
    void aRecordOfAnotherThatIsTooLargeToBeReadIsDiscardedWhole() {
        // Given
        String word = unique(12);
        String record = park("laurel.grades", large(word), "too_large");

        // When
        var erased = erase(word);

        // Then
        assertThat(erased.discarded()).isEqualTo(1);
        assertThat(status(record)).isEqualTo("discarded");
    }

    @Test
    void aCourseStructureOfThatSizeIsReadAndLosesTheName() {
        // Given
        String word = unique(12);
        String record = park("laurel.course-structures", large(word), "failed");

        // When
        var erased = erase(word);

        // Then
        assertThat(erased.discarded()).isZero();
        assertThat(erased.blanked()).isEqualTo(1);
        assertThat(status(record)).isEqualTo("parked");
    }

    @Test
    void aRecordThatIsTooLargeToBeReadAndHasTheWordOnlyInsideALongerOneStays() {
        // Given
        String word = unique(12);
        String record = park("laurel.grades", large("x" + word), "too_large");

        // When
        var erased = erase(word);

        // Then
        assertThat(erased.discarded()).isZero();
        assertThat(status(record)).isEqualTo("parked");
    }

    private Erasure.Erased erase(String word) {
        return QuarkusTransaction.requiringNew().call(() -> erasure.erase(Map.of(learner(), List.of(word))));
    }

    private String park(String... texts) {
        return park("laurel.grades", framed(texts), "unknown_schema");
    }

    private String park(String topic, byte[] value, String code) {
        String id = UUID.randomUUID().toString();
        RawRecord record = new RawRecord(
                topic,
                98,
                OFFSETS.incrementAndGet(),
                Instant.now(),
                null,
                value,
                Map.of("content-type", "application/avro", "ce_id", id));
        QuarkusTransaction.requiringNew().run(() -> parked.park(record, code, ""));
        return String.valueOf(database()
                .value("select id from parked_event where partition = 98 and record_offset = ?", record.offset()));
    }

    /** An event of another learner that names somebody, in some 66,000 bytes. */
    private static byte[] large(String word) {
        String json = "{\"learner_id\": \"another\", \"seen_by\": \"" + word + "\", \"more\": [" + "[],".repeat(22_000)
                + "0]}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] framed(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 0, 9, 84, 1});
        for (String text : texts) {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            int length = content.length * 2;
            for (; length >= 0x80; length >>>= 7) {
                bytes.write((length & 0x7f) | 0x80);
            }
            bytes.write(length);
            bytes.writeBytes(content);
        }
        return bytes.toByteArray();
    }

    private static String status(String id) {
        return String.valueOf(database().value("select status from parked_event where id = ?", Long.valueOf(id)));
    }

    private static String unique(int length) {
        return (UUID.randomUUID().toString().replace("-", "") + "k".repeat(length)).substring(0, length);
    }
}
