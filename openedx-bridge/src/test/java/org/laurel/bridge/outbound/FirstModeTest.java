package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.bridge.Bus;
import org.laurel.bridge.course.domain.CourseMode;
import org.laurel.bridge.outbound.domain.FirstMode;

class FirstModeTest {

    /** A number is the minute until which the mode may be taken. */
    @ParameterizedTest
    @CsvSource({
        "audit, '', audit",
        "no-id-professional, '', no-id-professional",
        "honor, verified audit honor, honor",
        "audit, verified honor audit, audit",
        "no-id-professional, verified honor audit, audit",
        "audit, verified credit honor, honor",
        "audit, verified professional credit, credit",
        "audit, paid-bootcamp masters, masters",
        "audit, own-b own-a, own-b",
        "audit, own verified, verified",
        "audit, audit:9 verified, verified",
        "audit, audit:10 verified, audit",
        "audit, audit:9 honor:8, audit"
    })
    void isTheBestThatTheCourseRunOffers(String configured, String offered, String first) {
        // Given
        List<CourseMode> modes = Stream.of(offered.split(" "))
                .filter(mode -> !mode.isEmpty())
                .map(FirstModeTest::mode)
                .toList();

        // When
        String mode = new FirstMode(configured).of(modes, Bus.at(10));

        // Then
        assertThat(mode).isEqualTo(first);
    }

    private static CourseMode mode(String text) {
        String[] parts = text.split(":");
        return new CourseMode(parts[0], parts.length == 1 ? null : Bus.at(Integer.parseInt(parts[1])));
    }
}
