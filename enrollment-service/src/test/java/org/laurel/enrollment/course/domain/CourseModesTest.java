package org.laurel.enrollment.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseModesTest {

    @ParameterizedTest
    @CsvSource({
        ", , false",
        ", audit, true",
        "audit, audit, false",
        "audit, audit verified, true",
        "audit verified, audit, false",
        "audit, verified, true",
        "audit, , true"
    })
    void tellsWhetherAListHasAModeThatAnotherHasNot(@Nullable String before, @Nullable String after, boolean more) {
        // When
        boolean mayHaveMore = modes(after).mayHaveMoreThan(modes(before));

        // Then
        assertThat(mayHaveMore).isEqualTo(more);
    }

    private static CourseModes modes(@Nullable String slugs) {
        return slugs == null
                ? CourseModes.NONE
                : new CourseModes(
                        Stream.of(slugs.split(" ")).map(CourseMode::free).toList());
    }
}
