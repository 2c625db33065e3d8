package org.laurel.bridge.openedx.avro;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.DateTimes;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;

/** Random events of all types, with any text, any number and any time that Python has. */
final class RandomData {

    private static final Map<OpenEdxEvent<?>, WriterSchema> WRITERS = new ConcurrentHashMap<>();

    private RandomData() {}

    static Arbitrary<Sample<?>> samples() {
        return Arbitraries.of(OpenEdxEvents.all()).flatMap(RandomData::sample);
    }

    private static <D extends Record> Arbitrary<Sample<?>> sample(OpenEdxEvent<D> event) {
        return record(DataClass.of(event.data()))
                .map(data -> new Sample<>(event, event.data().cast(data)));
    }

    private static Arbitrary<Record> record(DataClass type) {
        List<Arbitrary<Object>> fields =
                type.fields().stream().map(RandomData::field).toList();
        return Combinators.combine(fields).as(values -> type.create(values.toArray()));
    }

    private static Arbitrary<Object> field(DataField field) {
        Arbitrary<Object> present = present(field).map(value -> (Object) value);
        return field.optional() ? present.injectNull(0.4) : present;
    }

    private static Arbitrary<?> present(DataField field) {
        return switch (field.kind()) {
            case TEXT -> Arbitraries.strings().excludeChars(surrogates()).ofMaxLength(20);
            case TIME -> times();
            case LONG -> Arbitraries.longs();
            case DOUBLE -> Arbitraries.doubles();
            case BOOLEAN -> Arbitraries.of(true, false);
            case RECORD -> record(field.nested());
        };
    }

    private static Arbitrary<Instant> times() {
        return DateTimes.instants()
                .between(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"))
                .ofPrecision(ChronoUnit.MICROS);
    }

    /** Halves of characters, which no encoding can write. */
    private static char[] surrogates() {
        char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return all;
    }

    /** An event and data of its type. */
    record Sample<D extends Record>(OpenEdxEvent<D> event, D data) {

        byte[] written() {
            return AvroCodec.value(event, data);
        }

        D read(byte[] body) {
            return AvroCodec.data(event, writer(), body);
        }

        WriterSchema writer() {
            return WRITERS.computeIfAbsent(event, type -> WriterSchema.parse(AvroSchemas.value(type)));
        }
    }
}
