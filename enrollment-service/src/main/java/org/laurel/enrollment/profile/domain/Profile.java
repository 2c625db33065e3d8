package org.laurel.enrollment.profile.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a learner says about themselves. It never leaves this service by events.
 *
 * @param gender one of {@link ProfileRules#GENDERS}
 * @param levelOfEducation one of {@link ProfileRules#EDUCATION}
 * @param country ISO 3166 code of two letters
 * @param bio at most 3,000 characters, as are goals and mailing address; the other texts have at most 255
 * @param meta whatever clients keep with a learner, as a JSON object
 */
public record Profile(
        @Nullable Integer yearOfBirth,
        @Nullable String gender,
        @Nullable String levelOfEducation,
        @Nullable String country,
        @Nullable String city,
        @Nullable String language,
        @Nullable String location,
        @Nullable String bio,
        @Nullable String goals,
        @Nullable String mailingAddress,
        Map<String, Object> meta) {

    /** The profile of a learner who has said nothing. */
    public static final Profile EMPTY =
            new Profile(null, null, null, null, null, null, null, null, null, null, Map.of());
}
