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
    @CsvSource({
        "true,  false, true",
        "TRUE,  false, true",
        "1,     false, true",
        "false, true,  false",
        "False, true,  false",
        "0,     true,  false",
        "'',    true,  true",
        "'',    false, false",
        ",      true,  true",
    })
    void aFlagIsTrueOrFalseOrAsUsual(@Nullable String text, boolean usual, boolean expected) {
        // When
        boolean flag = ProgressParameters.flag("count_only", text, usual);

        // Then
        assertThat(flag).isEqualTo(expected);
    }

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
