package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T04:05:06Z, 2026-02-03T04:05:06+00:00",
        "2026-02-03T04:05:06.789Z, 2026-02-03T04:05:06.789000+00:00",
        "2026-02-03T04:05:06.123456Z, 2026-02-03T04:05:06.123456+00:00",
        "2026-02-03T04:05:06.123456789Z, 2026-02-03T04:05:06.123456+00:00",
        "2026-02-03T04:05:06.000000789Z, 2026-02-03T04:05:06+00:00",
        "2026-02-03T00:00:00Z, 2026-02-03T00:00:00+00:00",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999+00:00",
    })
    void writesNoFractionOrSixDigits(Instant time, String text) {
        assertThat(WireTime.write(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T04:05:06+00:00, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06Z, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06z, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06, 2026-02-03T04:05:06Z",
        "2026-02-03 04:05:06+00:00, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05, 2026-02-03T04:05:00Z",
        "2026-02-03T04:05:06.789, 2026-02-03T04:05:06.789Z",
        "2026-02-03T04:05:06.789Z, 2026-02-03T04:05:06.789Z",
        "2026-02-03T04:05:06.789000+00:00, 2026-02-03T04:05:06.789Z",
        "2026-02-03T04:05:06.123456789Z, 2026-02-03T04:05:06.123456789Z",
        "2026-02-03T04:05:06+05:30, 2026-02-02T22:35:06Z",
        "2026-02-03T04:05:06-0800, 2026-02-03T12:05:06Z",
        "2026-02-03T04:05:06+00:00:30, 2026-02-03T04:04:36Z",
    })
    void readsWhatPythonAndOthersWrite(String text, Instant time) {
        assertThat(WireTime.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-03",
                "2026-02-30T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-02-03T04:05:06Zulu",
                "1770000000"
            })
    void readsNothingElse(String text) {
        assertThat(WireTime.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"})
    void refusesYearsThatPythonDoesNotHave(Instant time) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> WireTime.write(time));
    }

    @Property(tries = 200)
    void readsWhatItWrites(
            @ForAll @InstantRange(min = "0001-01-01T00:00:00Z", max = "9999-12-31T23:59:59Z") Instant time) {
        assertThat(WireTime.read(WireTime.write(time))).contains(time);
    }
}
