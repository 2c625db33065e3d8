package org.laurel.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.problem.ProblemException;

class FlagParameterTest {

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "1, true", "false, false", "FALSE, false", "0, false", "' ', ", ", "})
    void readsTruthInAnyCase(@Nullable String text, @Nullable Boolean expected) {
        assertThat(FlagParameter.read("dry_run", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "yes", "on", "tru e"})
    void takesNothingElseForANo(String text) {
        assertThatThrownBy(() -> FlagParameter.read("dry_run", text))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().errorCode()).isEqualTo("invalid_dry_run");
                });
    }

    @ParameterizedTest
    @CsvSource({"1, false, true", "false, true, false", "'', true, true", ", false, false"})
    void isAsUsualWhenItIsAbsent(@Nullable String text, boolean usual, boolean expected) {
        assertThat(FlagParameter.read("count_only", text, usual)).isEqualTo(expected);
    }

    @Test
    void saysWhichParameterItMeans() {
        assertThatThrownBy(() -> FlagParameter.read("hidden", "maybe")).hasMessage("hidden is true or false.");
    }
}
