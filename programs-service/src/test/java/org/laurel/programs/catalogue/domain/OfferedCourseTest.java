package org.laurel.programs.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Courses that several documents name. */
class OfferedCourseTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void aCourseIsKnownByItsUuidOtherwiseByItsKey() {
        // Given
        OfferedCourse first = new OfferedCourse("u", null, "First", List.of("A"), List.of(ONE));
        OfferedCourse again = new OfferedCourse("u", "K", "Again", List.of("B", "A"), List.of(TWO));
        OfferedCourse keyed = new OfferedCourse(null, "K", null, List.of(), List.of(ONE));
        OfferedCourse keyedAgain = new OfferedCourse(null, "K", "Named", List.of("C"), List.of(ONE));

        // When
        List<OfferedCourse> union = OfferedCourse.union(List.of(first, keyed, again, keyedAgain));

        // Then
        assertThat(union)
                .containsExactly(
                        new OfferedCourse("u", "K", "First", List.of("A", "B"), List.of(ONE, TWO)),
                        new OfferedCourse(null, "K", "Named", List.of("C"), List.of(ONE)));
    }

    @Test
    void coursesThatNothingIsKnownOfAreNotOne() {
        // Given
        OfferedCourse nameless = new OfferedCourse(null, null, "Nameless", List.of(), List.of(ONE));

        // When
        List<OfferedCourse> union = OfferedCourse.union(List.of(nameless, nameless));

        // Then
        assertThat(union).hasSize(2);
    }
}
