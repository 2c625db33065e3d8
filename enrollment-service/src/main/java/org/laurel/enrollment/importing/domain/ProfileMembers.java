package org.laurel.enrollment.importing.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;

/** What a row about a learner says of the profile. */
public final class ProfileMembers {

    private static final int LONG = 3_000;

    private static final List<String> TEXTS =
            List.of("gender", "level_of_education", "country", "city", "language", "location");
    private static final List<String> LONG_TEXTS = List.of("bio", "goals", "mailing_address");

    private final Members members;

    private ProfileMembers(Members members) {
        this.members = members;
    }

    static ProfileMembers of(Members members) {
        TEXTS.forEach(name -> check(members, name, Members.USUAL));
        LONG_TEXTS.forEach(name -> check(members, name, LONG));
        Integer year = members.number("year_of_birth");
        Members.require(year == null || year > 0, RowCode.BAD_NUMBER);
        return new ProfileMembers(members);
    }

    /** Whether the row has any. */
    public boolean areGiven() {
        return members.has("year_of_birth")
                || members.has("meta")
                || TEXTS.stream().anyMatch(members::has)
                || LONG_TEXTS.stream().anyMatch(members::has);
    }

    /** The text of {@code meta}, null when there is none. */
    public @Nullable String meta() {
        return members.given("meta");
    }

    /**
     * The profile that the row makes of the known one.
     *
     * @param meta what {@link #meta} says, once it is read; counts only if the row has that member
     */
    public Profile over(Profile known, Map<String, Object> meta) {
        return new Profile(
                members.has("year_of_birth") ? members.number("year_of_birth") : known.yearOfBirth(),
                text("gender", known.gender()),
                text("level_of_education", known.levelOfEducation()),
                text("country", known.country()),
                text("city", known.city()),
                text("language", known.language()),
                text("location", known.location()),
                text("bio", known.bio()),
                text("goals", known.goals()),
                text("mailing_address", known.mailingAddress()),
                members.has("meta") ? meta : known.meta());
    }

    private @Nullable String text(String name, @Nullable String known) {
        return members.has(name) ? members.given(name) : known;
    }

    private static void check(Members members, String name, int longest) {
        String value = members.given(name);
        Members.require(value == null || value.codePointCount(0, value.length()) <= longest, RowCode.TEXT_TOO_LONG);
    }
}
