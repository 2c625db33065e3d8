package org.laurel.programs.settings.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which programs may award after a change of settings that could not before. What a change no longer allows is of no interest:
 * nothing is ever taken back by it. Source: programs, additions.
 */
public sealed interface NewlyCertified {

    /** None. */
    record Nothing() implements NewlyCertified {}

    /** Any program. */
    record Everything() implements NewlyCertified {}

    /** These, and no others. */
    record Programs(List<UUID> uuids) implements NewlyCertified {}

    /** Compares. */
    static NewlyCertified between(SiteSettings before, SiteSettings after) {
        if (!after.credentialsEnabled() || awardsNothing(after)) {
            return new Nothing();
        }
        if (!before.credentialsEnabled() || awardsNothing(before)) {
            return new Everything();
        }
        Set<String> without = lowered(after);
        List<UUID> released = lowered(before).stream()
                .filter(uuid -> !without.contains(uuid))
                .sorted()
                .map(UUID::fromString)
                .toList();
        return released.isEmpty() ? new Nothing() : new Programs(released);
    }

    private static boolean awardsNothing(SiteSettings settings) {
        return !settings.programsWithoutCertificates().isEmpty()
                && settings.programsWithoutCertificates().getFirst().equalsIgnoreCase("all");
    }

    private static Set<String> lowered(SiteSettings settings) {
        return settings.programsWithoutCertificates().stream()
                .map(uuid -> uuid.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
