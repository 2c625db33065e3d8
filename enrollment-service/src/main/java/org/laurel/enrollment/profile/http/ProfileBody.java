package org.laurel.enrollment.profile.http;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;

/**
 * A profile as clients send and see it. A new one replaces the old one, so an absent or empty member is none.
 *
 * @param gender {@code m}, {@code f} or {@code o}
 * @param levelOfEducation {@code p}, {@code m}, {@code b}, {@code a}, {@code hs}, {@code jhs}, {@code el}, {@code none},
 *     {@code other} or one of the old codes {@code p_se} and {@code p_oth}
 * @param country ISO 3166 code of two letters
 */
record ProfileBody(
        @Nullable Integer yearOfBirth,
        @Nullable String gender,
        @Nullable String levelOfEducation,
        @Nullable String country,
        @Nullable @Size(max = 255) @Pattern(regexp = TEXT) String city,
        @Nullable @Size(max = 255) @Pattern(regexp = TEXT) String language,
        @Nullable @Size(max = 255) @Pattern(regexp = TEXT) String location,
        @Nullable @Size(max = 3000) @Pattern(regexp = TEXT) String bio,
        @Nullable @Size(max = 3000) @Pattern(regexp = TEXT) String goals,
        @Nullable @Size(max = 3000) @Pattern(regexp = TEXT) String mailingAddress,
        @Nullable Map<String, Object> meta) {

    private static final String TEXT = "[^\\x00]*";

    static ProfileBody of(Profile profile) {
        return new ProfileBody(
                profile.yearOfBirth(),
                profile.gender(),
                profile.levelOfEducation(),
                profile.country(),
                profile.city(),
                profile.language(),
                profile.location(),
                profile.bio(),
                profile.goals(),
                profile.mailingAddress(),
                profile.meta());
    }

    Profile profile() {
        return new Profile(
                yearOfBirth,
                given(gender),
                given(levelOfEducation),
                given(country),
                given(city),
                given(language),
                given(location),
                given(bio),
                given(goals),
                given(mailingAddress),
                meta == null ? Map.of() : meta);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
