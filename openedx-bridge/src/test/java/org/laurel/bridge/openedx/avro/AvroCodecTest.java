package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.bridge.openedx.event.XBlockData;
import org.laurel.kit.event.UnprocessableEvent;

class AvroCodecTest {

    private static final String VERSION =
            ", {\"default\": null, \"name\": \"version\", \"type\": [\"null\", \"string\"]}";

    @Provide
    Arbitrary<RandomData.Sample<?>> samples() {
        return RandomData.samples();
    }

    @Property(tries = 1000)
    void readsWhatItWrites(@ForAll("samples") RandomData.Sample<?> sample) {
        assertThat(sample.read(sample.written())).isEqualTo(sample.data());
    }

    @Test
    void readsBlocksOfProducersThatKnowNoVersions() {
        // Given
        String current = AvroSchemas.value(OpenEdxEvents.XBLOCK_PUBLISHED);
        WriterSchema old = WriterSchema.parse(current.replace(VERSION, ""));
        byte[] body = AvroCodec.value(OpenEdxEvents.XBLOCK_PUBLISHED, new XBlockData(GoldenData.EXAM, "problem", null));

        // When
        XBlockData read = AvroCodec.data(OpenEdxEvents.XBLOCK_PUBLISHED, old, without(1, body));

        // Then
        assertThat(current).contains(VERSION);
        assertThat(read).isEqualTo(new XBlockData(GoldenData.EXAM, "problem", null));
    }

    @Test
    void skipsFieldsThatOnlyTheWriterKnows() {
        // Given
        String newer = AvroSchemas.value(OpenEdxEvents.XBLOCK_PUBLISHED)
                .replace(
                        VERSION,
                        VERSION
                                + ", {\"name\": \"tags\", \"type\": {\"items\": [\"null\", \"string\"], \"type\": \"array\"}}"
                                + ", {\"name\": \"sizes\", \"type\": {\"type\": \"map\", \"values\": \"double\"}}");
        byte[] body = AvroCodec.value(OpenEdxEvents.XBLOCK_PUBLISHED, new XBlockData(GoldenData.EXAM, "problem", "7"));
        byte[] further = {4, 0, 2, 2, 'x', 0, 2, 2, 'k', 0, 0, 0, 0, 0, 0, 0, 0, 0};

        // When
        XBlockData read =
                AvroCodec.data(OpenEdxEvents.XBLOCK_PUBLISHED, WriterSchema.parse(newer), joined(body, further));

        // Then
        assertThat(read).isEqualTo(new XBlockData(GoldenData.EXAM, "problem", "7"));
    }

    @Test
    void readsNamespacesWithHyphens() {
        // Given
        String hyphened = AvroSchemas.value(OpenEdxEvents.XBLOCK_PUBLISHED)
                .replace("content_authoring.xblock", "enterprise.subsidy.redemption-reversed");
        byte[] body = AvroCodec.value(OpenEdxEvents.XBLOCK_PUBLISHED, new XBlockData(GoldenData.EXAM, "problem", null));

        // When
        XBlockData read = AvroCodec.data(OpenEdxEvents.XBLOCK_PUBLISHED, WriterSchema.parse(hyphened), body);

        // Then
        assertThat(read.blockType()).isEqualTo("problem");
    }

    @Test
    void refusesAWriterThatLacksWhatIsRequired() {
        // Given
        WriterSchema other = WriterSchema.parse(AvroSchemas.value(OpenEdxEvents.COHORT_MEMBERSHIP_CHANGED));

        // Then
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> AvroCodec.data(OpenEdxEvents.ENROLLMENT_CHANGED, other, new byte[100]))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("incompatible_schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "{\"type\": \"record\"}", "[[[[", "\"nothing\""})
    void refusesWhatIsNoSchema(String text) {
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> WriterSchema.parse(text))
                .extracting(UnprocessableEvent::code)
                .isEqualTo("bad_schema");
    }

    @Test
    @SuppressWarnings("NullAway") // what a mapping with a mistake would do
    void namesTheRequiredFieldThatIsMissing() {
        // Given
        PersistentCourseGradeData neverPassed =
                new PersistentCourseGradeData(42, GoldenData.COURSE, GoldenData.WHOLE, "v7", "h=", 0.5, "", null);

        // Then
        assertThatExceptionOfType(UnwritableEvent.class)
                .isThrownBy(() -> AvroCodec.value(OpenEdxEvents.GRADE_SUMMARY_CHANGED, neverPassed))
                .withMessage("grade.passed_timestamp must not be null in Open edX's event type")
                .extracting(UnwritableEvent::code)
                .isEqualTo("missing_value");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesGradesThatAreNoNumbers(double grade) {
        // Given
        PersistentCourseGradeData odd = new PersistentCourseGradeData(
                42, GoldenData.COURSE, GoldenData.WHOLE, "v7", "h=", grade, "", GoldenData.WHOLE);

        // Then
        assertThatExceptionOfType(UnwritableEvent.class)
                .isThrownBy(() -> AvroCodec.value(OpenEdxEvents.GRADE_SUMMARY_CHANGED, odd))
                .withMessage("grade.percent_grade must be a finite number");
    }

    @Test
    void refusesTimesThatPythonDoesNotHave() {
        // Given
        CourseEnrollmentData late = new CourseEnrollmentData(
                GoldenData.ADA, GoldenData.COURSE, "audit", true, GoldenData.WHOLE.plusSeconds(300_000_000_000L), null);

        // Then
        assertThatExceptionOfType(UnwritableEvent.class)
                .isThrownBy(() -> AvroCodec.value(OpenEdxEvents.ENROLLMENT_CHANGED, late))
                .extracting(UnwritableEvent::code)
                .isEqualTo("bad_time");
    }

    private static byte[] without(int last, byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - last);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
