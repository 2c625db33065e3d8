package org.laurel.enrollment.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileText;

class ProfileMembersTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "US, country, GB, -",
                "US, country, US, MA",
                "US, country, '', MA",
                "US, state, CA, CA",
                "US, city, Boston, MA",
                "GB, city, London, MA",
                "GB, country, US, MA",
                "GB, state, CA, -"
            })
    void aCountryOtherThanTheUnitedStatesTakesTheStateAlong(String country, String member, String value, String state) {
        // Given
        Profile known = new Profile(
                null, Map.of(ProfileText.COUNTRY, country, ProfileText.STATE, "MA"), List.of(), Map.of(), Map.of());
        ProfileMembers members = ProfileMembers.of(
                new Members(new HashMap<>(Map.of(member, value)), Instant.parse("2026-03-01T12:00:00Z")));

        // When
        Profile profile = members.over(known, Map.of());

        // Then
        assertThat(profile.text(ProfileText.STATE)).isEqualTo(state);
        assertThat(members.gives(member)).isTrue();
        assertThat(members.gives("bio")).isFalse();
    }
}
