package org.laurel.programs.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;

/** Which of two versions of an entitlement is kept. */
class TakeEntitlementTest {

    @ParameterizedTest
    @CsvSource({"2, 10, 1, 30, true", "1, 30, 2, 10, false", "1, 30, 1, 10, true", "1, 10, 1, 10, false"})
    void theHigherVersionReplacesOfEqualOnesTheLater(
            long version, long at, long keptVersion, long keptAt, boolean expected) {
        // Given
        TakeEntitlement kept = version(keptVersion, keptAt);

        // When
        boolean replaces = version(version, at).replaces(kept);

        // Then
        assertThat(replaces).isEqualTo(expected);
    }

    private static TakeEntitlement version(long version, long at) {
        Entitlement entitlement = new Entitlement(new UUID(0, 1), "verified", null);
        return new TakeEntitlement(new LearnerId("7"), entitlement, null, version, Instant.ofEpochSecond(at));
    }
}
