package org.laurel.enrollment.account.domain;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.preference.domain.PreferenceKeys;

/** Who sees which members of an account (accounts, visible fields). */
public final class AccountVisibility {

    /** Members that everybody who is signed in sees. */
    public static final Set<String> PUBLIC = Set.of("username", "profile_image", "account_privacy");

    /** Members that everybody sees of a learner who shares them. */
    public static final Set<String> SHARED = with(
            PUBLIC,
            "bio",
            "country",
            "date_joined",
            "language_proficiencies",
            "level_of_education",
            "social_links",
            "time_zone",
            "accomplishments_shared");

    /** Members that a learner may share one by one. */
    public static final Set<String> SHAREABLE = with(SHARED, "name");

    /** Members that the learner, staff and service clients see. */
    public static final Set<String> ALL = with(
            SHAREABLE,
            "id",
            "email",
            "is_active",
            "gender",
            "year_of_birth",
            "state",
            "city",
            "goals",
            "mailing_address",
            "phone_number",
            "verified_name",
            "secondary_email",
            "secondary_email_enabled",
            "extended_profile",
            "requires_parental_consent",
            "pending_name_change");

    private AccountVisibility() {}

    /** What others see of the account. */
    public static Set<String> shared(String privacy, Map<String, String> preferences) {
        return switch (privacy) {
            case "all_users" -> SHARED;
            case "custom" ->
                SHAREABLE.stream()
                        .filter(member -> PUBLIC.contains(member)
                                || "all_users".equals(preferences.get(PreferenceKeys.VISIBILITY + member)))
                        .collect(Collectors.toUnmodifiableSet());
            default -> PUBLIC;
        };
    }

    /**
     * The privacy that holds: what the learner has chosen, otherwise the site's usual one, and always {@code private} when
     * parents have a say or might have one.
     */
    public static String privacy(Map<String, String> preferences, String usual, boolean needsConsent) {
        return needsConsent ? "private" : preferences.getOrDefault(PreferenceKeys.ACCOUNT_PRIVACY, usual);
    }

    /**
     * Whether parents have to consent. The year of birth alone tells the age, so the learner is taken for as young as possible.
     *
     * @param limit the age from which nobody is asked, null when nobody ever is
     * @param yearOfBirth null when not known, which may be any
     */
    public static boolean needsConsent(@Nullable Integer limit, @Nullable Integer yearOfBirth, int currentYear) {
        return limit != null && (yearOfBirth == null || currentYear - yearOfBirth - 1 < limit);
    }

    private static Set<String> with(Set<String> members, String... more) {
        return Stream.concat(members.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
