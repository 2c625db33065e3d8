package org.laurel.certificates.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfGenerationHistoryTest {

    private static final SitePolicy START = SitePolicy.startingIn(IssuingMode.LIVE);

    @Test
    void listsEverySettingOfTheSwitchAndNoOtherChange() {
        // Given
        List<KeptPolicy<SitePolicy>> versions = List.of(
                version(1, false, false),
                version(2, false, true),
                version(3, true, true),
                version(4, true, true),
                version(5, true, false),
                version(6, false, false));

        // When
        var settings = SelfGenerationHistory.of(versions, START);

        // Then
        assertThat(settings).extracting(kept -> kept.policy().id()).containsExactly(6L, 4L, 3L, 1L);
    }

    private static KeptPolicy<SitePolicy> version(long id, boolean self, boolean names) {
        return new KeptPolicy<>(
                new SitePolicy(id, Instant.EPOCH, true, false, false, true, self, false, names, IssuingMode.LIVE),
                "ada",
                null,
                Instant.EPOCH);
    }
}
