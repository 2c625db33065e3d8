package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Fact.Progressed;

/**
 * Puts snapshots of a learner's completion in the order of their versions, which beat time: content that an author removes moves
 * the sum at the time of the removal, although the learner has gone on since and that was told before. Source: decisions,
 * everywhere 2.
 */
public final class Snapshots {

    private static final Comparator<Progressed> IN_ORDER =
            Comparator.comparingLong(Progressed::version).thenComparing(Progressed::order);

    private Snapshots() {}

    /** The same facts, but that no snapshot happens before one of a lower version. */
    public static List<? extends Fact> placed(List<? extends Fact> facts) {
        List<Progressed> told = facts.stream()
                .filter(Progressed.class::isInstance)
                .map(Progressed.class::cast)
                .sorted(IN_ORDER)
                .toList();
        if (told.isEmpty()) {
            return facts;
        }
        List<Fact> placed = new ArrayList<>(facts.size());
        facts.stream().filter(fact -> !(fact instanceof Progressed)).forEach(placed::add);
        Instant latest = Instant.MIN;
        for (Progressed snapshot : told) {
            Progressed after = snapshot.notBefore(latest);
            latest = after.order().occurredAt();
            placed.add(after);
        }
        return placed;
    }

    /** Whether the fact can follow what is folded: any but a snapshot that is no newer than the one that is known. */
    static boolean isNewer(Fact fact, Standing.@Nullable Completion known) {
        return known == null || !(fact instanceof Progressed snapshot) || snapshot.version() > known.version();
    }

    /** Whether a fact is one of these, at whatever place. */
    static boolean contains(List<? extends Fact> facts, Fact fact) {
        return facts.contains(fact)
                || (fact instanceof Progressed snapshot && facts.stream().anyMatch(other -> isSame(snapshot, other)));
    }

    private static boolean isSame(Progressed snapshot, Fact other) {
        return other instanceof Progressed
                && snapshot.order().id().equals(other.order().id())
                && snapshot.order().source().equals(other.order().source());
    }
}
