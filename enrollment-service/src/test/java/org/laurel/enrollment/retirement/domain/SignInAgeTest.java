package org.laurel.enrollment.retirement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInAgeTest {

    private static final Instant NOW = Instant.ofEpochSecond(10_000);

    @ParameterizedTest
    @CsvSource({
        "9701, PT5M, true",
        "9700, PT5M, false",
        ", PT5M, false",
        "soon, PT5M, false",
        "9223372036854775807, PT5M, false",
        ", PT0S, true",
        "1, PT0S, true"
    })
    void aSignInMustBeYoungEnoughWhereThatIsAskedFor(@Nullable String authTime, Duration youngerThan, boolean fresh) {
        // When
        boolean judged = SignInAge.isFresh(authTime, youngerThan, NOW);

        // Then
        assertThat(judged).isEqualTo(fresh);
    }
}
