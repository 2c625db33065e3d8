package org.laurel.enrollment.registration.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileText;
import org.laurel.enrollment.registration.domain.SignUp;
import org.laurel.events.key.LearnerId;

/**
 * A registration as clients send it. Other members are let pass and not read: a {@code password} is for the identity provider
 * and gets no further than the reader of the request.
 *
 * @param yearOfBirth empty for none
 */
record RegistrationBody(
        @Nullable String username,
        @Nullable String email,
        @Nullable String name,
        @Nullable String yearOfBirth,
        @Nullable String gender,
        @Nullable String levelOfEducation,
        @Nullable String country,
        @Nullable String state,
        @Nullable String city,
        @Nullable String goals,
        @Nullable String mailingAddress) {

    /** No year at all, which the rules refuse by name. */
    private static final int NO_YEAR = 0;

    SignUp signUp(LearnerId id) {
        List<ProfileAmendment> profile = new ArrayList<>();
        if (yearOfBirth != null && !yearOfBirth.isBlank()) {
            profile.add(new ProfileAmendment.YearOfBirth(year(yearOfBirth.strip())));
        }
        give(profile, ProfileText.GENDER, gender);
        give(profile, ProfileText.LEVEL_OF_EDUCATION, levelOfEducation);
        give(profile, ProfileText.COUNTRY, country == null ? null : country.toUpperCase(Locale.ROOT));
        give(profile, ProfileText.STATE, state);
        give(profile, ProfileText.CITY, city);
        give(profile, ProfileText.GOALS, goals);
        give(profile, ProfileText.MAILING_ADDRESS, mailingAddress);
        return new SignUp(id, stripped(username), stripped(email), stripped(name), profile);
    }

    private static void give(List<ProfileAmendment> profile, ProfileText member, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            profile.add(new ProfileAmendment.Text(member, text));
        }
    }

    private static int year(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return NO_YEAR;
        }
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
