package org.laurel.enrollment.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseDomainTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "end,           2026-07-01T00:00:00Z, end_with_date, 2026-07-01T00:00:00Z",
        "end_with_date, 2026-07-01T00:00:00Z, end_with_date, 2026-07-01T00:00:00Z",
        "whatever,      2026-07-01T00:00:00Z, end_with_date, 2026-07-01T00:00:00Z",
        "early_no_info, 2026-07-01T00:00:00Z, early_no_info, ",
        "early_no_info, ,                     early_no_info, ",
        "end,           ,                     end,           ",
        "end_with_date, ,                     end,           ",
        "whatever,      ,                     end,           "
    })
    void normalisesDisplayBehaviorAndDateTogether(
            String behavior, @Nullable Instant date, String expected, @Nullable Instant expectedDate) {
        // Given
        CertificateDisplay stored = new CertificateDisplay(behavior, date);

        // When
        CertificateDisplay published = stored.normalised();

        // Then
        assertThat(published).isEqualTo(new CertificateDisplay(expected, expectedDate));
    }

    @Test
    void offersTheDefaultModeWhereThereAreNone() {
        // Given
        CourseModes none = CourseModes.NONE;

        // When
        List<CourseMode> offered = none.offered(NOW, "audit");

        // Then
        assertThat(offered).containsExactly(CourseMode.free("audit"));
        assertThat(none.has("verified", "audit")).isFalse();
    }

    @Test
    void offersAModeUpToItsLastMoment() {
        // Given
        CourseModes modes = new CourseModes(List.of(CourseMode.free("audit"), expiring("verified", NOW)));

        // When
        boolean atLast = modes.isOffered("verified", NOW, "audit");

        // Then
        assertThat(atLast).isTrue();
        assertThat(modes.isOffered("verified", NOW.plusMillis(1), "audit")).isFalse();
        assertThat(modes.has("verified", "audit")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"honor audit, honor, honor", "honor audit, verified, audit", "honor verified, masters, honor"})
    void choosesTheConfiguredModeThenAuditThenHonor(String slugs, String configured, String expected) {
        // Given
        CourseModes modes = new CourseModes(
                List.of(slugs.split(" ")).stream().map(CourseMode::free).toList());

        // When
        String chosen = modes.defaultSlug(NOW, configured);

        // Then
        assertThat(chosen).isEqualTo(expected);
    }

    @Test
    void namesEveryBrokenRuleOfAList() {
        // Given
        List<CourseMode> modes =
                List.of(CourseMode.free("gold"), expiring("professional", NOW), CourseMode.free("gold"));

        // When
        List<ModeRules.Breach> breaches = new ModeRules(Map.of()).breaches(modes);

        // Then
        assertThat(breaches)
                .extracting(breach -> breach.position() + " " + breach.member())
                .containsExactly("0 slug", "1 expiration_datetime", "2 slug", "2 slug");
    }

    @Test
    void readsASlugAsAName() {
        // Given
        String slug = "no-id-professional";

        // When
        String name = CourseMode.readable(slug);

        // Then
        assertThat(name).isEqualTo("No Id Professional");
    }

    private static CourseMode expiring(String slug, Instant at) {
        return new CourseMode(slug, slug, 49, "", "usd", at, true, null, null, null, null, null);
    }
}
