package org.laurel.certificates.issuance.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Statements;

/**
 * What another system stated about one certificate; of several statements the newest that says something counts.
 *
 * @param newestFirst those in force, then those that they have replaced
 */
record StatedFacts(List<Fact.Stated> newestFirst) {

    private static final Comparator<Fact.Stated> NEWEST_FIRST =
            Comparator.comparing(Fact.Stated::order).reversed();
    private static final Comparator<Fact.Stated> HIGHEST_FIRST = Comparator.<Fact.Stated>comparingLong(
                    stated -> stated.order().sequence())
            .reversed();

    private static final StatedFacts NONE = new StatedFacts(List.of());

    static StatedFacts among(List<Fact> facts) {
        List<Fact.Stated> stated = facts.stream()
                .filter(Fact.Stated.class::isInstance)
                .map(Fact.Stated.class::cast)
                .toList();
        if (stated.isEmpty()) {
            return NONE;
        }
        List<Fact.Stated> inForce = Statements.inForce(stated);
        return new StatedFacts(Stream.concat(
                        inForce.stream().sorted(NEWEST_FIRST),
                        stated.stream().filter(fact -> !inForce.contains(fact)).sorted(HIGHEST_FIRST))
                .toList());
    }

    /** Whether anything is stated. */
    boolean isPresent() {
        return !newestFirst.isEmpty();
    }

    /** Whether the learner had the certificate when it was stated. */
    boolean earned() {
        return newestFirst.getFirst().certificate().earned();
    }

    /** The public id, null when none is stated. */
    @Nullable String verifyUuid() {
        return newestFirst.stream()
                .map(stated -> stated.certificate().verifyUuid())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** When the certificate was created, null when nobody states it. */
    @Nullable Instant createdAt() {
        return newestFirst.stream()
                .map(stated -> stated.certificate().createdAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
