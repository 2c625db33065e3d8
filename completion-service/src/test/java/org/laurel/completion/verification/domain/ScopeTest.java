package org.laurel.completion.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.completion.verification.domain.Verification.Numbers;
import org.laurel.completion.verification.domain.Verification.Progress;
import org.laurel.completion.verification.domain.Verification.Scope;
import org.laurel.kit.domain.Cause;

class ScopeTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate NIGHT = LocalDate.parse("2026-01-01");
    private static final Progress BEGUN = new Progress("running", 0, null, Map.of("right", 3L), null, null);
    private static final Verification VERIFICATION =
            new Verification(12, 34, new Scope(null, null, null, Numbers.ALL), true, NIGHT, "operator", AT, BEGUN);

    @ParameterizedTest
    @CsvSource(
            nullValues = "all",
            value = {"all, all, false", "3, all, true", "all, 5, true", "3, 5, true"})
    void aListOrASampleIsAChoice(@Nullable Integer listed, @Nullable Integer sample, boolean expected) {
        // When
        Scope scope = new Scope(null, listed, sample, Numbers.NONE);

        // Then
        assertThat(scope.isChosen()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, ALL", "false, LEARNERS"})
    void allNumbersAreLookedAtBesideEverybodysRows(boolean everybody, Numbers expected) {
        // When
        Numbers usual = Numbers.usual(everybody);

        // Then
        assertThat(usual).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void whatNeverCameOutIsZeroTimesThere(Outcome outcome) {
        // When
        long count = BEGUN.count(outcome);

        // Then
        assertThat(count).isEqualTo(outcome == Outcome.RIGHT ? 3 : 0);
    }

    @Test
    void whatItChangesIsChangedByWhoStartedIt() {
        // When
        Cause cause = VERIFICATION.cause();

        // Then
        assertThat(cause).isEqualTo(Cause.of("operator", "verification:12"));
    }

    @Test
    void isTheSameWhenItHasComeFurther() {
        // Given
        Progress further = new Progress("done", 9, 9L, Map.of(), null, AT);

        // When
        Verification later = VERIFICATION.at(further);

        // Then
        assertThat(later)
                .isEqualTo(new Verification(12, 34, VERIFICATION.scope(), true, NIGHT, "operator", AT, further));
    }
}
