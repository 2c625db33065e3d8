package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;

/** Byte for byte what Open edX's own code writes. */
class GoldenVectorTest {

    /** Bodies and the key as the description of the wire prints them. */
    private static final String ENROLLMENT_CREATED =
            "5401066164611e616461406578616d706c652e6f726718416461204c6f76656c6163"
                    + "653a636f757273652d76313a44656d6f582b43533130312b323032365f54310a496e74726f00000a61756469740140323032362d30"
                    + "322d30335430343a30353a30362e3738393030302b30303a303000";

    private static final String PASSING =
            "013a636f757273652d76313a44656d6f582b43533130312b323032365f54310a496e74726f0000"
                    + "5401066164611e616461406578616d706c652e6f726718416461204c6f76656c616365";

    private static final String CERTIFICATE_CREATED =
            "5401066164611e616461406578616d706c652e6f726718416461204c6f76656c616"
                    + "3653a636f757273652d76313a44656d6f582b43533130312b323032365f54310a496e74726f000010766572696669656408302e393"
                    + "30018416461204c6f76656c61636518646f776e6c6f616461626c6500";

    private static final String KEY = "3a636f757273652d76313a44656d6f582b43533130312b323032365f5431";

    static List<GoldenVector> vectors() {
        return GoldenVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void postsTheSameSchema(GoldenVector vector) {
        assertThat(AvroSchemas.value(vector.event())).isEqualTo(vector.schema());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void postsTheSameKeySchema(GoldenVector vector) {
        assertThat(AvroSchemas.key(vector.event()).orElseThrow().text()).isEqualTo(vector.keySchema());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writesTheSameBody(GoldenVector vector) {
        assertThat(written(vector.event(), GoldenData.of(vector))).isEqualTo(vector.body());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsTheBody(GoldenVector vector) {
        // Given
        WriterSchema writer = WriterSchema.parse(vector.schema());

        // When
        Record read = AvroCodec.data(vector.event(), writer, vector.body());

        // Then
        assertThat(read).isEqualTo(GoldenData.of(vector));
    }

    @Test
    void coversNineVectors() {
        assertThat(vectors()).hasSize(9);
    }

    @Test
    void writesTheBodiesOfTheDescription() {
        assertThat(AvroCodec.value(OpenEdxEvents.ENROLLMENT_CREATED, GoldenData.ENROLLMENT))
                .asHexString()
                .isEqualToIgnoringCase(ENROLLMENT_CREATED);
        assertThat(AvroCodec.value(OpenEdxEvents.PASSING_STATUS_UPDATED, GoldenData.PASSING))
                .asHexString()
                .isEqualToIgnoringCase(PASSING);
        assertThat(AvroCodec.value(OpenEdxEvents.CERTIFICATE_CREATED, GoldenData.CERTIFICATE))
                .asHexString()
                .isEqualToIgnoringCase(CERTIFICATE_CREATED);
    }

    @Test
    void framesTheKeyOfTheDescription() {
        // Given
        byte[] body = AvroCodec.key(OpenEdxEvents.ENROLLMENT_CREATED, GoldenData.ENROLLMENT)
                .orElseThrow();

        // When
        byte[] framed = new Frame(1, body).bytes();

        // Then
        assertThat(HexFormat.of().formatHex(framed)).isEqualTo("0000000001" + KEY);
    }

    private static <D extends Record> byte[] written(OpenEdxEvent<D> event, Record data) {
        return AvroCodec.value(event, event.data().cast(data));
    }
}
