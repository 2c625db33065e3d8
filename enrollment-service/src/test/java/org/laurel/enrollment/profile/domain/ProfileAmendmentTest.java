package org.laurel.enrollment.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.profile.domain.ProfileRules.Breach;

class ProfileAmendmentTest {

    private static final Profile AMERICAN = new Profile(
            1800,
            Map.of(ProfileText.COUNTRY, "US", ProfileText.STATE, "MA"),
            List.of("en"),
            Map.of("twitter", "https://www.twitter.com/ada"),
            Map.of("old_names", "damaged", "note", "kept"));

    @ParameterizedTest
    @CsvSource({"NL, ", "US, MA", ", MA"})
    void dropsTheStateWithACountryThatHasNone(@Nullable String country, @Nullable String state) {
        // Given
        ProfileAmendment amendment = new ProfileAmendment.Text(ProfileText.COUNTRY, country);

        // When
        Profile after = amendment.in(AMERICAN);

        // Then
        assertThat(after.text(ProfileText.STATE)).isEqualTo(state);
    }

    @Test
    void remembersTheNewest50AndOverlooksWhatIsNoList() {
        // Given
        Profile profile = AMERICAN;

        // When
        for (int i = 0; i < 60; i++) {
            profile = new ProfileAmendment.Remembered("old_names", List.of("name " + i)).in(profile);
        }

        // Then
        assertThat(profile.meta().get("note")).isEqualTo("kept");
        assertThat((List<?>) profile.meta().get("old_names"))
                .hasSize(50)
                .first()
                .isEqualTo(List.of("name 10"));
    }

    @Test
    void remembersTheFirst255CharactersOfAReason() {
        // Given
        String reason = "\uD83D\uDE00".repeat(256);

        // When
        Profile after = new ProfileAmendment.Remembered("old_names", List.of("Ada", reason)).in(Profile.EMPTY);

        // Then
        assertThat(after.meta()).containsEntry("old_names", List.of(List.of("Ada", "\uD83D\uDE00".repeat(255))));
    }

    @Test
    void letsBeWhatNobodyTouches() {
        // Given
        List<ProfileAmendment> amendments = List.of(new ProfileAmendment.Text(ProfileText.BIO, "engines"));

        // When
        List<Breach> breaches = ProfileRules.breaches(amendments.getFirst().in(AMERICAN), amendments, 2026);

        // Then
        assertThat(breaches).isEmpty();
        List<ProfileAmendment> year = List.of(new ProfileAmendment.YearOfBirth(1801));
        assertThat(ProfileRules.breaches(year.getFirst().in(AMERICAN), year, 2026))
                .extracting(Breach::member)
                .containsExactly("year_of_birth");
    }

    @Test
    void mergesLinksAndTheSitesOwnTexts() {
        // Given
        ProfileAmendment links = new ProfileAmendment.SocialLinks(Map.of("twitter", "", "facebook", "x"));
        ProfileAmendment extended = new ProfileAmendment.Extended(Map.of("job", "countess"));

        // When
        Profile after = extended.in(links.in(AMERICAN));

        // Then
        assertThat(after.socialLinks()).isEqualTo(Map.of("facebook", "x"));
        assertThat(after.meta()).containsEntry("job", "countess").containsEntry("note", "kept");
    }

    @ParameterizedTest
    @CsvSource({
        "twitter, ada, https://www.twitter.com/ada",
        "twitter, http://twitter.com/ada/, https://www.twitter.com/ada",
        "facebook, www.facebook.com/ada.l, https://www.facebook.com/ada.l",
        "linkedin, https://www.linkedin.com/in/ada-l, https://www.linkedin.com/in/ada-l",
        "linkedin, https://www.linkedin.com/company/ada, ",
        "twitter, https://twitter.com.evil.org/ada, ",
        "twitter, javascript:alert(1), ",
        "facebook, '', "
    })
    void linksToTheThreePlatformsOnly(String platform, String text, @Nullable String address) {
        // Given
        SocialPlatform known = SocialPlatform.of(platform).orElseThrow();

        // When
        String found = known.address(text).orElse(null);

        // Then
        assertThat(found).isEqualTo(address);
    }
}
