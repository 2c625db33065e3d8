package org.laurel.enrollment.profile.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of profiles (entities, profile of a learner). */
public final class ProfileRules {

    /** Male, female, other. */
    public static final Set<String> GENDERS = Set.of("m", "f", "o");

    /** Today's codes, and {@code p_se} and {@code p_oth}, which old data still has for today's {@code p}. */
    public static final Set<String> EDUCATION =
            Set.of("p", "p_se", "p_oth", "m", "b", "a", "hs", "jhs", "el", "none", "other");

    /** How many years of birth there are, the current year included. */
    public static final int BIRTH_YEARS = 120;

    private static final int META_LENGTH = 10_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ProfileRules() {}

    /** A broken rule; the member as clients call it. */
    public record Breach(String member, String message) {}

    /** Every rule that the profile breaks; empty when it is fine. */
    public static List<Breach> breaches(Profile profile, int currentYear) {
        List<Breach> breaches = new ArrayList<>();
        Integer year = profile.yearOfBirth();
        int earliest = currentYear - BIRTH_YEARS + 1;
        if (year != null && (year < earliest || year > currentYear)) {
            breaches.add(new Breach("year_of_birth", "must lie between " + earliest + " and " + currentYear));
        }
        choice(breaches, "gender", profile.gender(), GENDERS);
        choice(breaches, "level_of_education", profile.levelOfEducation(), EDUCATION);
        choice(breaches, "country", profile.country(), COUNTRIES);
        if (profile.meta().toString().length() > META_LENGTH) {
            breaches.add(new Breach("meta", "has more than " + META_LENGTH + " characters"));
        }
        if (!isStorable(profile.meta())) {
            breaches.add(new Breach("meta", "must not contain U+0000 or a number out of range"));
        }
        return breaches;
    }

    private static void choice(List<Breach> breaches, String member, @Nullable String value, Set<String> choices) {
        if (value != null && !choices.contains(value)) {
            breaches.add(new Breach(member, "is none of its allowed values"));
        }
    }

    private static boolean isStorable(@Nullable Object json) {
        return switch (json) {
            case null -> true;
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .allMatch(member -> isStorable(member.getKey()) && isStorable(member.getValue()));
            case List<?> items -> items.stream().allMatch(ProfileRules::isStorable);
            case String text -> text.indexOf('\0') < 0;
            case Double number -> Double.isFinite(number);
            default -> true;
        };
    }
}
