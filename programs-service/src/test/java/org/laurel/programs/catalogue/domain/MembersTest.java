package org.laurel.programs.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of which nobody knows what they are. */
class MembersTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123456+02:00, 2026-03-01T08:00:00.123456Z",
        "2026-03-01T10:00:00+0200, 2026-03-01T08:00:00Z",
        "2026-03-01 10:00:00, 2026-03-01T10:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z"
    })
    void readsTimesAsCataloguesWriteThem(String text, Instant expected) {
        // When
        Instant time = members("a", text).time("a");

        // Then
        assertThat(time).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2026-02-30", "2026-13-01T00:00:00Z", "2026-03-01T25:00", "10:00", "2026-03-01Z"})
    void readsNoTimeWhereThereIsNone(String text) {
        // When
        Instant time = members("a", text).time("a");

        // Then
        assertThat(time).isNull();
    }

    @Test
    void readsNumbersWhetherTheyAreTextsOrNot() {
        // Given
        Members members = new Members(Map.of("text", " 49.00 ", "number", new BigDecimal("49.5"), "whole", 7));

        // When
        var numbers = Arrays.asList(members.number("text"), members.number("number"), members.number("whole"));

        // Then
        assertThat(numbers).containsExactly(new BigDecimal("49.00"), new BigDecimal("49.5"), new BigDecimal(7));
        assertThat(members.whole("whole")).isEqualTo(7);
        assertThat(members.whole("number")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2000000000", "1E9", "free", "NaN", "-", "123456789012345678901", "4 9"})
    void readsNoNumberThatNobodyWouldPay(String text) {
        // When
        BigDecimal number = members("a", text).number("a");

        // Then
        assertThat(number).isNull();
    }

    @Test
    void leavesOutOfListsWhatIsOfAnotherType() {
        // Given
        Members members = members("a", Arrays.asList("x", " ", 1, null, 2L, true, Map.of("b", "c"), List.of(), 1.5));

        // When
        var texts = members.texts("a");

        // Then
        assertThat(texts).containsExactly("x");
        assertThat(members.wholes("a")).containsExactly(1L, 2L);
        assertThat(members.objects("a")).extracting(item -> item.text("b")).containsExactly("c");
    }

    @Property
    void neverThrows(@ForAll("values") @Nullable Object value) {
        // Given
        Members members = members("a", value);

        // When
        ProgramDetail program = ProgramDetail.of(
                new UUID(0, 1),
                new Members(Map.of("courses", List.of(Map.of("course_runs", list(value))), "curricula", list(value))));

        // Then
        assertThat(program.courses()).hasSize(1);
        assertThat(Arrays.asList(
                        members.text("a"),
                        members.number("a"),
                        members.whole("a"),
                        members.time("a"),
                        members.uuid("a"),
                        members.isTrue("a"),
                        members.object("a"),
                        members.objects("a"),
                        members.texts("a"),
                        members.wholes("a")))
                .hasSize(10);
    }

    @Provide
    Arbitrary<@Nullable Object> values() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().map(text -> text),
                Arbitraries.integers().map(number -> number),
                Arbitraries.bigDecimals().map(number -> number),
                Arbitraries.of(true, false),
                Arbitraries.just(BigInteger.TEN.pow(2_000)));
        return Arbitraries.lazyOf(
                () -> plain.injectNull(0.2),
                () -> plain.list().ofMaxSize(3).map(list -> list),
                () -> Arbitraries.maps(Arbitraries.of("uuid", "key", "courses", "programs"), plain)
                        .map(map -> map));
    }

    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Members members(String name, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(name, value);
        return new Members(values);
    }
}
