package org.laurel.enrollment.profile.http;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileText;

/**
 * A profile as clients send and see it. A new one replaces the old one, so an absent or empty member is none.
 *
 * @param gender {@code m}, {@code f} or {@code o}
 * @param levelOfEducation {@code p}, {@code m}, {@code b}, {@code a}, {@code hs}, {@code jhs}, {@code el}, {@code none},
 *     {@code other} or one of the old codes {@code p_se} and {@code p_oth}
 * @param country ISO 3166 code of two letters
 * @param state code of two letters of a state of the United States
 * @param languageProficiencies codes of languages
 * @param socialLinks addresses by platform
 */
record ProfileBody(
        @Nullable Integer yearOfBirth,
        @Nullable String gender,
        @Nullable String levelOfEducation,
        @Nullable String country,
        @Nullable String state,
        @Nullable String city,
        @Nullable String language,
        @Nullable String location,
        @Nullable String bio,
        @Nullable String goals,
        @Nullable String mailingAddress,
        @Nullable String phoneNumber,
        @Nullable List<@Nullable String> languageProficiencies,
        @Nullable Map<String, @Nullable String> socialLinks,
        @Nullable Map<String, Object> meta) {

    static ProfileBody of(Profile profile) {
        return new ProfileBody(
                profile.yearOfBirth(),
                profile.text(ProfileText.GENDER),
                profile.text(ProfileText.LEVEL_OF_EDUCATION),
                profile.text(ProfileText.COUNTRY),
                profile.text(ProfileText.STATE),
                profile.text(ProfileText.CITY),
                profile.text(ProfileText.LANGUAGE),
                profile.text(ProfileText.LOCATION),
                profile.text(ProfileText.BIO),
                profile.text(ProfileText.GOALS),
                profile.text(ProfileText.MAILING_ADDRESS),
                profile.text(ProfileText.PHONE_NUMBER),
                List.copyOf(profile.languageProficiencies()),
                Map.copyOf(profile.socialLinks()),
                profile.meta());
    }

    Profile profile() {
        Map<ProfileText, String> texts = new EnumMap<>(ProfileText.class);
        give(texts, ProfileText.GENDER, gender);
        give(texts, ProfileText.LEVEL_OF_EDUCATION, levelOfEducation);
        give(texts, ProfileText.COUNTRY, country);
        give(texts, ProfileText.STATE, state);
        give(texts, ProfileText.CITY, city);
        give(texts, ProfileText.LANGUAGE, language);
        give(texts, ProfileText.LOCATION, location);
        give(texts, ProfileText.BIO, bio);
        give(texts, ProfileText.GOALS, goals);
        give(texts, ProfileText.MAILING_ADDRESS, mailingAddress);
        give(texts, ProfileText.PHONE_NUMBER, phoneNumber);
        List<String> languages = languageProficiencies == null
                ? List.of()
                : languageProficiencies.stream()
                        .map(code -> Objects.requireNonNullElse(code, ""))
                        .toList();
        Map<String, String> links = new HashMap<>();
        if (socialLinks != null) {
            socialLinks.forEach((platform, address) -> {
                if (address != null && !address.isEmpty()) {
                    links.put(platform, address);
                }
            });
        }
        return new Profile(yearOfBirth, texts, languages, links, meta == null ? Map.of() : meta);
    }

    private static void give(Map<ProfileText, String> texts, ProfileText member, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(member, text);
        }
    }
}
