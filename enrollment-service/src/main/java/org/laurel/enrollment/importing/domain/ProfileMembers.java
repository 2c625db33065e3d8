package org.laurel.enrollment.importing.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileText;

/** What a row about a learner says of the profile. */
public final class ProfileMembers {

    private static final List<ProfileText> TEXTS = List.of(ProfileText.values());

    private final Members members;

    private ProfileMembers(Members members) {
        this.members = members;
    }

    static ProfileMembers of(Members members) {
        TEXTS.forEach(text -> check(members, text));
        Integer year = members.number("year_of_birth");
        Members.require(year == null || year > 0, RowCode.BAD_NUMBER);
        return new ProfileMembers(members);
    }

    /** Whether the row has any. */
    public boolean areGiven() {
        return members.has("year_of_birth")
                || members.has("meta")
                || TEXTS.stream().map(ProfileText::member).anyMatch(members::has);
    }

    /** Whether the row has the member, empty or not. */
    public boolean gives(String member) {
        return members.has(member);
    }

    /** The text of {@code meta}, null when there is none. */
    public @Nullable String meta() {
        return members.given("meta");
    }

    /**
     * The profile that the row makes of the known one. A country other than the United States takes the state along.
     *
     * @param meta what {@link #meta} says, once it is read; counts only if the row has that member
     */
    public Profile over(Profile known, Map<String, Object> meta) {
        Map<ProfileText, String> texts = new EnumMap<>(ProfileText.class);
        texts.putAll(known.texts());
        for (ProfileText text : TEXTS) {
            if (members.has(text.member())) {
                put(texts, text, members.given(text.member()));
            }
        }
        boolean places = members.has(ProfileText.COUNTRY.member()) || members.has(ProfileText.STATE.member());
        if (places && !"US".equals(texts.getOrDefault(ProfileText.COUNTRY, "US"))) {
            texts.remove(ProfileText.STATE);
        }
        return new Profile(
                members.has("year_of_birth") ? members.number("year_of_birth") : known.yearOfBirth(),
                texts,
                known.languageProficiencies(),
                known.socialLinks(),
                members.has("meta") ? meta : known.meta());
    }

    private static void put(Map<ProfileText, String> texts, ProfileText text, @Nullable String value) {
        if (value == null) {
            texts.remove(text);
        } else {
            texts.put(text, value);
        }
    }

    private static void check(Members members, ProfileText text) {
        String value = members.given(text.member());
        boolean fits = value == null || value.codePointCount(0, value.length()) <= text.longest();
        Members.require(fits, RowCode.TEXT_TOO_LONG);
    }
}
