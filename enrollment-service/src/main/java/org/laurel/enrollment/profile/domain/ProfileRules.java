package org.laurel.enrollment.profile.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** States, districts, territories and military addresses of the United States. */
    static final Set<String> STATES = Set.of(
            ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK"
                            + " OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI AA AE AP")
                    .split(" "));

    private static final int META_LENGTH = 10_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = languages();
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{1,49}");

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
        for (ProfileText member : ProfileText.values()) {
            String fault = fault(member, profile.text(member));
            if (fault != null) {
                breaches.add(new Breach(member.member(), fault));
            }
        }
        if (profile.text(ProfileText.STATE) != null
                && !"US".equals(profile.texts().getOrDefault(ProfileText.COUNTRY, "US"))) {
            breaches.add(new Breach("state", "goes with the country US only"));
        }
        if (!profile.socialLinks().entrySet().stream().allMatch(ProfileRules::isLink)) {
            breaches.add(new Breach("social_links", "must name a page on facebook, twitter or linkedin"));
        }
        List<String> languages = profile.languageProficiencies();
        if (!LANGUAGES.containsAll(languages)) {
            breaches.add(new Breach("language_proficiencies", "is none of its allowed values"));
        } else if (new HashSet<>(languages).size() < languages.size()) {
            breaches.add(new Breach("language_proficiencies", "must name each language once"));
        }
        if (profile.ownMeta().toString().length() > META_LENGTH) {
            breaches.add(new Breach("meta", "has more than " + META_LENGTH + " characters"));
        }
        if (!isStorable(profile.meta())) {
            breaches.add(new Breach("meta", "must not contain U+0000 or a number out of range"));
        }
        return breaches;
    }

    /** The rules that the amended members break; what the profile had before and nobody touches is let be. */
    public static List<Breach> breaches(Profile amended, List<ProfileAmendment> amendments, int currentYear) {
        Set<String> touched = new HashSet<>();
        amendments.forEach(amendment -> touched.add(amendment.member()));
        return breaches(amended, currentYear).stream()
                .map(breach ->
                        breach.member().equals("meta") ? new Breach("extended_profile", breach.message()) : breach)
                .filter(breach -> touched.contains(breach.member()))
                .toList();
    }

    private static @Nullable String fault(ProfileText member, @Nullable String value) {
        if (value == null) {
            return null;
        }
        boolean chosen = switch (member) {
            case GENDER -> GENDERS.contains(value);
            case LEVEL_OF_EDUCATION -> EDUCATION.contains(value);
            case COUNTRY -> COUNTRIES.contains(value);
            case STATE -> STATES.contains(value);
            case PHONE_NUMBER -> PHONE.matcher(value).matches();
            case CITY, LANGUAGE, LOCATION, BIO, GOALS, MAILING_ADDRESS -> true;
        };
        if (!chosen) {
            return member == ProfileText.PHONE_NUMBER
                    ? "must consist of digits, after a plus sign at most"
                    : "is none of its allowed values";
        }
        if (value.codePointCount(0, value.length()) > member.longest()) {
            return "has more than " + member.longest() + " characters";
        }
        return value.indexOf('\0') < 0 ? null : "must not contain U+0000";
    }

    private static boolean isLink(Map.Entry<String, String> link) {
        return SocialPlatform.of(link.getKey())
                .flatMap(platform -> platform.address(link.getValue()))
                .filter(link.getValue()::equals)
                .isPresent();
    }

    /** ISO 639 codes of two letters and the two scripts of Chinese. */
    private static Set<String> languages() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOLanguages()));
        codes.add("zh_HANS");
        codes.add("zh_HANT");
        return Set.copyOf(codes);
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
