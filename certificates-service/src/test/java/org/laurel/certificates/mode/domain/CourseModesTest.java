package org.laurel.certificates.mode.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseModesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aModeMayBeTakenUpToItsLastMoment() {
        // Given
        CourseModes modes = modes(mode("honor", NOW), mode("verified", NOW.minusNanos(1000)), mode("audit", null));

        // When
        OfferedModes offered = modes.offered(NOW);

        // Then
        assertThat(offered.list()).extracting(CourseMode::slug).containsExactly("honor", "audit");
    }

    @Test
    void creditIsOfferedButNotSelectable() {
        // Given
        CourseModes modes = modes(mode("verified", null), mode("credit", null));

        // When
        OfferedModes selectable = modes.selectable(NOW);

        // Then
        assertThat(selectable.list()).extracting(CourseMode::slug).containsExactly("verified");
        assertThat(modes.offered(NOW).list()).hasSize(2);
    }

    @Test
    void aRunWithoutModesThatMayBeTakenIsOfferedInTheDefaultMode() {
        // Given
        List<CourseModes> runs =
                List.of(CourseModes.NONE, modes(mode("verified", NOW.minusSeconds(1))), modes(mode("credit", null)));

        // When
        List<OfferedModes> selectable =
                runs.stream().map(run -> run.selectable(NOW)).toList();

        // Then
        assertThat(selectable).allSatisfy(modes -> assertThat(modes.list()).containsExactly(CourseMode.DEFAULT));
    }

    @Test
    void aModeIsFoundBySlugWithOrWithoutExpiredOnes() {
        // Given
        CourseModes modes = modes(mode("verified", NOW.minusSeconds(1)), mode("audit", null));

        // When
        Optional<CourseMode> now = modes.find("verified", NOW);
        Optional<CourseMode> ever = modes.findEvenExpired("verified");

        // Then
        assertThat(now).isEmpty();
        assertThat(ever).isPresent();
        assertThat(CourseModes.NONE.find("audit", NOW)).contains(CourseMode.DEFAULT);
    }

    @Test
    void anExpiredHonorModeStillMakesItARunWithHonor() {
        // Given
        CourseModes modes = modes(mode("honor", NOW.minusSeconds(1)));

        // When
        boolean has = modes.hasHonor();

        // Then
        assertThat(has).isTrue();
        assertThat(CourseModes.NONE.hasHonor()).isFalse();
    }

    @Test
    void refusesAListWithAModeTwiceInOneCurrency() {
        // Given
        CourseMode verified = mode("verified", null);
        CourseMode inEuros = new CourseMode("verified", "Verified", 45, "eur", null);

        // When
        var creation = assertThatThrownBy(() -> modes(verified, inEuros, verified));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("verified");
        assertThat(modes(verified, inEuros).all()).hasSize(2);
    }

    private static CourseModes modes(CourseMode... modes) {
        return new CourseModes(List.of(modes));
    }

    private static CourseMode mode(String slug, @Nullable Instant expiresAt) {
        return new CourseMode(slug, slug, 0, "usd", expiresAt);
    }
}
