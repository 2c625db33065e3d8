package org.laurel.programs.configuration.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a run's configuration when a date is told with the run. Source: programs, update of the available date. */
public sealed interface DateMove {

    /** Modes in which a certificate is earned; {@code audit} is none. */
    Set<String> CERTIFIED = Set.of(
            "honor",
            "credit",
            "verified",
            "professional",
            "no-id-professional",
            "masters",
            "executive-education",
            "paid-executive-education",
            "paid-bootcamp");

    /**
     * The configuration takes the date on.
     *
     * @param before null when it is new
     */
    record Moved(@Nullable CourseCertificate before, CourseCertificate after) implements DateMove {}

    /** It has this date, or one that was set since. */
    record Unchanged() implements DateMove {}

    /**
     * Nobody can tell whose date it is, so everything stays.
     *
     * @param modes the modes in which a certificate is earned: none, several, or one that no configuration can have
     */
    record Undecided(List<String> modes) implements DateMove {}

    /**
     * Decides.
     *
     * @param fact the one that counts of all that were told with the run
     * @param modes slugs of all the run's modes, expired ones included
     * @param newId the id of a configuration that has none yet
     */
    static DateMove decide(DateFact fact, Collection<String> modes, CourseCertificates stored, long newId, Instant at) {
        List<String> certified =
                modes.stream().filter(CERTIFIED::contains).distinct().sorted().toList();
        Optional<CertificateType> only =
                certified.size() == 1 ? CertificateType.of(certified.getFirst()) : Optional.empty();
        if (only.isEmpty()) {
            return new Undecided(certified);
        }
        CourseCertificate before = stored.ofType(only.get()).orElse(null);
        CourseCertificate from =
                before == null ? CourseCertificate.first(newId, fact.courseKey(), only.get(), true, at) : before;
        CourseCertificate moved = from.told(fact);
        return moved.dated().equals(from.dated())
                ? new Unchanged()
                : new Moved(before, moved.with(moved.type(), true).after(before, at));
    }
}
