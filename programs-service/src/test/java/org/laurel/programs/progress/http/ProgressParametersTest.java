package org.laurel.programs.progress.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.problem.ProblemException;

/** What is asked of progress. */
class ProgressParametersTest {

    @ParameterizedTest
    @CsvSource({"' ', slug_missing", ", slug_missing", "'a\0', invalid_slug"})
    void aSlugNamesAType(@Nullable String text, String code) {
        // When
        var refused = assertThatThrownBy(() -> ProgressParameters.slug(text));

        // Then
        refused.isInstanceOfSatisfying(
                ProblemException.class,
                failure -> assertThat(failure.problem().errorCode()).isEqualTo(code));
    }

    @Test
    void programsAreEachAskedForOnce() {
        // Given
        String one = new UUID(0, 1).toString();
        String other = new UUID(0, 2).toString();

        // When
        var programs = ProgressParameters.programs(List.of(other, one, other));

        // Then
        assertThat(programs).containsExactly(UUID.fromString(other), UUID.fromString(one));
    }
}
