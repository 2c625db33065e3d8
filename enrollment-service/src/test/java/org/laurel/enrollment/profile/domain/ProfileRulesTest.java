package org.laurel.enrollment.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.profile.domain.ProfileRules.Breach;

class ProfileRulesTest {

    private static final int THIS_YEAR = 2026;

    @ParameterizedTest
    @CsvSource({"2026, 2026, true", "1907, 2026, true", "1906, 2026, false", "2027, 2026, false", "2027, 2027, true"})
    void takesTheLast120YearsOfBirthOfTheYearOfTheRequest(int year, int currentYear, boolean fine) {
        // Given
        Profile profile = profile(year, null, null, null, Map.of());

        // When
        List<Breach> breaches = ProfileRules.breaches(profile, currentYear);

        // Then
        assertThat(breaches).extracting(Breach::member).isEqualTo(fine ? List.of() : List.of("year_of_birth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "p_se", "p_oth", "m", "b", "a", "hs", "jhs", "el", "none", "other"})
    void takesOldAndNewEducationCodes(String code) {
        // Given
        Profile profile = profile(null, "o", code, "NL", Map.of("old_names", List.of("Ada")));

        // When
        List<Breach> breaches = ProfileRules.breaches(profile, THIS_YEAR);

        // Then
        assertThat(breaches).isEmpty();
    }

    @Test
    void namesEveryBrokenRule() {
        // Given
        Profile profile = profile(1, "x", "phd", "XX", Map.of("a", List.of("\0")));

        // When
        List<Breach> breaches = ProfileRules.breaches(profile, THIS_YEAR);

        // Then
        assertThat(breaches)
                .extracting(Breach::member)
                .containsExactly("year_of_birth", "gender", "level_of_education", "country", "meta");
    }

    @Test
    void refusesMetaThatIsTooLong() {
        // Given
        Profile profile = profile(null, null, null, null, Map.of("note", "x".repeat(10_000)));

        // When
        List<Breach> breaches = ProfileRules.breaches(profile, THIS_YEAR);

        // Then
        assertThat(breaches).extracting(Breach::member).containsExactly("meta");
    }

    @Test
    void doesNotMeasureWhatThisServiceRemembers() {
        // Given
        Map<String, Object> meta = Map.of("old_names", List.of("x".repeat(20_000)), "note", "y");

        // When
        List<Breach> breaches = ProfileRules.breaches(profile(null, null, null, null, meta), THIS_YEAR);

        // Then
        assertThat(breaches).isEmpty();
    }

    @Test
    void takesMemoriesFromAnotherProfileAndNothingElse() {
        // Given
        Profile before =
                profile(null, null, null, null, Map.of("old_emails", List.of("a@example.org"), "note", "before"));

        // When
        Profile after = profile(1985, null, null, null, Map.of("old_names", List.of("forged"), "job", "countess"))
                .remembering(before);

        // Then
        assertThat(after.meta()).isEqualTo(Map.of("old_emails", List.of("a@example.org"), "job", "countess"));
        assertThat(after.yearOfBirth()).isEqualTo(1985);
    }

    private static Profile profile(
            @Nullable Integer year,
            @Nullable String gender,
            @Nullable String education,
            @Nullable String country,
            Map<String, Object> meta) {
        Map<ProfileText, String> texts = new EnumMap<>(ProfileText.class);
        put(texts, ProfileText.GENDER, gender);
        put(texts, ProfileText.LEVEL_OF_EDUCATION, education);
        put(texts, ProfileText.COUNTRY, country);
        return new Profile(year, texts, List.of(), Map.of(), meta);
    }

    private static void put(Map<ProfileText, String> texts, ProfileText member, @Nullable String value) {
        if (value != null) {
            texts.put(member, value);
        }
    }
}
