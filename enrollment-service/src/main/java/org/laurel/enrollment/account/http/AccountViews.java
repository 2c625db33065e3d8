package org.laurel.enrollment.account.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.account.db.AccountQueries;
import org.laurel.enrollment.account.db.AccountQueries.Details;
import org.laurel.enrollment.account.domain.AccountVisibility;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.preference.db.PreferenceQueries;
import org.laurel.enrollment.preference.domain.PreferenceKeys;
import org.laurel.enrollment.profile.db.ProfileQueries;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileText;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.security.Caller;

/** Accounts as the caller may see them, in the shape that existing clients read. */
@ApplicationScoped
class AccountViews {

    private final OwnAccount own;
    private final AccountQueries accounts;
    private final ProfileQueries profiles;
    private final PreferenceQueries preferences;
    private final Caller caller;
    private final Clock clock;
    private final String usualPrivacy;
    private final @Nullable Integer consentAge;

    AccountViews(
            OwnAccount own,
            AccountQueries accounts,
            ProfileQueries profiles,
            PreferenceQueries preferences,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "laurel.account.default-visibility") String usualPrivacy,
            @ConfigProperty(name = "laurel.account.parental-consent-age") Optional<Integer> consentAge) {
        this.own = own;
        this.accounts = accounts;
        this.profiles = profiles;
        this.preferences = preferences;
        this.caller = caller;
        this.clock = clock;
        this.usualPrivacy = usualPrivacy;
        this.consentAge = consentAge.orElse(null);
    }

    /**
     * The accounts in order.
     *
     * @param shared whether the caller wants to see what others see, also of an account of which the caller sees all
     */
    List<Map<String, @Nullable Object>> of(List<Learner> learners, boolean shared) {
        List<LearnerId> ids = learners.stream().map(Learner::id).toList();
        Map<LearnerId, Details> details = accounts.of(ids);
        Map<LearnerId, Profile> known = profiles.of(ids);
        Map<LearnerId, Map<String, String>> chosen = preferences.forAccounts(ids);
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        List<Map<String, @Nullable Object>> views = new ArrayList<>();
        for (Learner learner : learners) {
            Profile profile = known.getOrDefault(learner.id(), Profile.EMPTY);
            Map<String, String> settings = chosen.getOrDefault(learner.id(), Map.of());
            boolean consent = AccountVisibility.needsConsent(consentAge, profile.yearOfBirth(), year);
            String privacy = AccountVisibility.privacy(settings, usualPrivacy, consent);
            boolean everything = !shared && (caller.isPrivileged() || own.isOwn(learner));
            Set<String> visible = everything ? AccountVisibility.ALL : AccountVisibility.shared(privacy, settings);
            Map<String, @Nullable Object> view = all(learner, details.get(learner.id()), profile);
            view.put("account_privacy", privacy);
            view.put("requires_parental_consent", consent);
            view.put("time_zone", settings.get(PreferenceKeys.TIME_ZONE));
            view.keySet().retainAll(visible);
            views.add(view);
        }
        return views;
    }

    private static Map<String, @Nullable Object> all(Learner learner, @Nullable Details details, Profile profile) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", learner.id().value());
        view.put("username", learner.account().username());
        view.put("email", learner.account().email());
        view.put("name", learner.account().name());
        view.put("is_active", learner.account().isActive());
        view.put("date_joined", details == null ? null : details.joinedAt());
        view.put("year_of_birth", profile.yearOfBirth());
        for (ProfileText member : ProfileText.values()) {
            view.put(member.member(), profile.text(member));
        }
        view.put(
                "language_proficiencies",
                profile.languageProficiencies().stream()
                        .map(code -> Map.of("code", code))
                        .toList());
        view.put(
                "social_links",
                new TreeMap<>(profile.socialLinks())
                        .entrySet().stream()
                                .map(link -> Map.of("platform", link.getKey(), "social_link", link.getValue()))
                                .toList());
        view.put("profile_image", noImage());
        view.put("accomplishments_shared", false);
        view.put("verified_name", learner.preferences().verifiedName());
        view.put("secondary_email", null);
        view.put("secondary_email_enabled", null);
        view.put("extended_profile", extended(profile.meta()));
        view.put("pending_name_change", details == null ? null : details.pendingName());
        return view;
    }

    /** The texts that the site or its clients keep with the learner. */
    private static List<Map<String, Object>> extended(Map<String, Object> meta) {
        return new TreeMap<>(meta)
                .entrySet().stream()
                        .filter(member -> member.getValue() instanceof String)
                        .map(member -> Map.of("field_name", member.getKey(), "field_value", member.getValue()))
                        .toList();
    }

    /** Laurel keeps no pictures of learners. */
    private static Map<String, @Nullable Object> noImage() {
        Map<String, @Nullable Object> image = new LinkedHashMap<>();
        image.put("has_image", false);
        for (String size : List.of("full", "large", "medium", "small")) {
            image.put("image_url_" + size, null);
        }
        return image;
    }
}
