package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy;
import org.laurel.enrollment.profile.db.ProfileQueries;
import org.laurel.enrollment.profile.domain.ProfileText;

/**
 * Keeps learners out whose profile names a country that the deployment must not serve
 * ({@code laurel.enrollment.embargoed-countries}, ISO 3166 codes, none by default).
 */
@ApplicationScoped
class CountryEmbargo implements EnrollmentPolicy {

    private static final Veto VETO = new Veto("Enrollment is not possible from your country.", null);

    private final ProfileQueries profiles;
    private final Set<String> countries;

    CountryEmbargo(
            ProfileQueries profiles,
            @ConfigProperty(name = "laurel.enrollment.embargoed-countries") Optional<Set<String>> countries) {
        this.profiles = profiles;
        this.countries = countries.orElse(Set.of()).stream()
                .map(country -> country.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Veto> veto(Stage stage, Request request) {
        if (countries.isEmpty() || stage != Stage.EMBARGO) {
            return Optional.empty();
        }
        return profiles.of(request.key().learnerId())
                .map(profile -> profile.text(ProfileText.COUNTRY))
                .filter(country -> countries.contains(country.toUpperCase(Locale.ROOT)))
                .map(country -> VETO);
    }
}
