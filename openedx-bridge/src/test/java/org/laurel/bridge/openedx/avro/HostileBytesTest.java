package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.event.UnprocessableEvent;

/** Whatever the bytes are: data or the one refusal, in little memory. */
class HostileBytesTest {

    /** Far above what any of these bodies needs, far below what a believed length would take. */
    private static final long MEMORY = 8_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Provide
    Arbitrary<RandomData.Sample<?>> samples() {
        return RandomData.samples();
    }

    @Property(tries = 500)
    void aCutBodyIsRefused(@ForAll("samples") RandomData.Sample<?> sample, @ForAll Random random) {
        // Given
        byte[] whole = sample.written();
        byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));

        // Then
        assertRefused("bad_avro", sample, cut);
    }

    @Property(tries = 500)
    void aLongerBodyIsRefused(@ForAll("samples") RandomData.Sample<?> sample, @ForAll byte tail) {
        // Given
        byte[] whole = sample.written();
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        longer[whole.length] = tail;

        // Then
        assertRefused("bad_avro", sample, longer);
    }

    @Property(tries = 2000)
    void aChangedBodyIsReadOrRefused(@ForAll("samples") RandomData.Sample<?> sample, @ForAll Random random) {
        // Given
        byte[] body = sample.written();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt();
        }

        // Then
        assertReadOrRefused(sample, body);
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll("samples") RandomData.Sample<?> sample, @ForAll byte[] body) {
        assertReadOrRefused(sample, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": \"string\", \"type\": \"array\"}",
                "{\"items\": \"null\", \"type\": \"array\"}",
                "{\"type\": \"map\", \"values\": \"null\"}",
                "\"bytes\"",
                "\"string\"",
                "{\"name\": \"F\", \"size\": 2000000000, \"type\": \"fixed\"}",
            })
    void aHugeLengthCostsNothing(String type) {
        // Given
        String schema = AvroSchemas.value(OpenEdxEvents.XBLOCK_PUBLISHED)
                .replace(
                        "{\"fields\": [{\"name\": \"usage_key\"",
                        "{\"fields\": [{\"name\": \"x\", \"type\": " + type + "}, {\"name\": \"usage_key\"");
        WriterSchema writer = WriterSchema.parse(schema);
        byte[] twoBillion = {(byte) 0x80, (byte) 0xa8, (byte) 0xd6, (byte) 0xb9, 0x0e, 0, 0, 0, 0, 0};

        // When
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> AvroCodec.data(OpenEdxEvents.XBLOCK_PUBLISHED, writer, twoBillion))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("bad_avro");
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        // Then
        assertThat(allocated).isLessThan(MEMORY);
    }

    @Test
    void aWrongEncodingIsRefusedAndNotReplaced() {
        // Given
        byte[] latin = {4, 'a', (byte) 0xe9, 2, 'x', 0};
        WriterSchema writer = WriterSchema.parse(AvroSchemas.value(OpenEdxEvents.XBLOCK_PUBLISHED));

        // Then
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> AvroCodec.data(OpenEdxEvents.XBLOCK_PUBLISHED, writer, latin))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("bad_avro");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void aShortFrameIsRefused(int length) {
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> Frame.read(new byte[length]))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("bad_frame");
    }

    @Test
    void aFrameOfAnotherKindIsRefused() {
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> Frame.read(new byte[] {1, 0, 0, 0, 7, 2}))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("bad_frame");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void nothingIsFramedWithANumberThatIsNoId(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(number, new byte[1]));
    }

    @Test
    void aFrameGivesIdAndBody() {
        // When
        Frame read = Frame.read(new byte[] {0, 0x71, 2, 3, 4, 9, 8});

        // Then
        assertThat(read.schemaId()).isEqualTo(0x71020304);
        assertThat(read.body()).containsExactly(9, 8);
        assertThat(read.bytes()).containsExactly(0, 0x71, 2, 3, 4, 9, 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aNumberThatNoRegistryGivesIsNoSchemaId(int number) {
        // Given
        byte[] bytes = ByteBuffer.allocate(7)
                .put((byte) 0)
                .putInt(number)
                .put((byte) 9)
                .array();

        // Then
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> Frame.read(bytes))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("bad_frame");
    }

    private static void assertReadOrRefused(RandomData.Sample<?> sample, byte[] body) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            assertThat(sample.read(body)).isNotNull();
        } catch (UnprocessableEvent refused) {
            assertThat(refused.code()).isIn("bad_avro", "bad_time");
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY);
    }

    private static void assertRefused(String code, RandomData.Sample<?> sample, byte[] body) {
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> sample.read(body))
                .extracting(UnprocessableEvent::code)
                .isEqualTo(code);
    }
}
