package org.laurel.certificates.mode.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The modes in which a course run is offered at some time, and what follows from them (certificates description, section 1,
 * CourseMode, "Rules"). Made by {@link CourseModes}.
 *
 * @param list at least one mode, in order
 */
public record OfferedModes(List<CourseMode> list) {

    public OfferedModes {
        list = List.copyOf(list);
    }

    /** The mode with this slug; of several currencies the first. */
    public Optional<CourseMode> find(String slug) {
        return list.stream().filter(mode -> mode.slug().equals(slug)).findFirst();
    }

    /** The mode that a learner upgrades to: professional before verified. */
    public Optional<CourseMode> verified() {
        return find(ModeLists.PROFESSIONAL).or(() -> find(ModeLists.VERIFIED));
    }

    /** Whether there is a professional mode, with or without identity verification. */
    public boolean hasProfessional() {
        return list.stream().anyMatch(mode -> ModeLists.isProfessional(mode.slug()));
    }

    /** Whether the run is sold under the honor mode: that is its only mode and has a price. */
    public boolean isWhiteLabel() {
        return slugs().equals(Set.of(ModeLists.HONOR)) && hasPaymentOptions();
    }

    /** Whether learners may be enrolled without being asked for a mode: there is a free one and none is professional. */
    public boolean canAutoEnroll() {
        return !hasProfessional() && !isWhiteLabel() && (has(ModeLists.HONOR) || has(ModeLists.AUDIT));
    }

    /** The mode in which learners are enrolled without being asked: honor before audit; empty when they may not be. */
    public Optional<String> autoEnrollSlug() {
        if (!canAutoEnroll()) {
            return Optional.empty();
        }
        return Optional.of(has(ModeLists.HONOR) ? ModeLists.HONOR : ModeLists.AUDIT);
    }

    /** Whether master's students alone take the run. */
    public boolean isMastersOnly() {
        return slugs().equals(Set.of(ModeLists.MASTERS));
    }

    /** The lowest price in a currency, in whole units; 0 when no mode is sold in it. */
    public int minPrice(String currency) {
        return minPrice(currency, mode -> true);
    }

    /** The lowest price of a mode with identity verification; 0 when there is none in this currency. */
    public int minVerifiedPrice(String currency) {
        return minPrice(currency, mode -> ModeLists.isVerified(mode.slug()));
    }

    /** The modes that cost something. */
    public List<CourseMode> paid() {
        return list.stream().filter(CourseMode::isPaid).toList();
    }

    /** Whether a learner could pay for something. */
    public boolean hasPaymentOptions() {
        return list.stream().anyMatch(CourseMode::isPaid);
    }

    /** The mode of an enrollment that names none: audit where it is offered, else honor. */
    public String defaultSlug() {
        return has(ModeLists.AUDIT) ? ModeLists.AUDIT : ModeLists.HONOR;
    }

    private boolean has(String slug) {
        return find(slug).isPresent();
    }

    private Set<String> slugs() {
        return list.stream().map(CourseMode::slug).collect(Collectors.toSet());
    }

    private int minPrice(String currency, Predicate<CourseMode> wanted) {
        String code = currency.toLowerCase(Locale.ROOT);
        return list.stream()
                .filter(mode -> mode.currency().equals(code))
                .filter(wanted)
                .mapToInt(CourseMode::minPrice)
                .min()
                .orElse(0);
    }
}
