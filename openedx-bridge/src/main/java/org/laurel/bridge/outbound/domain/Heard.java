package org.laurel.bridge.outbound.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a state.
 *
 * @param version the highest
 * @param facts what was heard under this version
 * @param author who made the state what it is in this version
 * @param everAwarded whether it was in force in this version or one before
 */
public record Heard(Subject subject, long version, Set<FactKind> facts, Author author, boolean everAwarded) {

    public Heard {
        facts = Set.copyOf(facts);
    }

    /**
     * Who made the state what it is after a fact. Telling again does not say it, so it stays who it was. So does a next version
     * in which the state is as before and something beside it is not, such as when an enrollment began. A reconciliation of a
     * later version than was heard says nothing of the news that was missed, and nobody knows whose they were.
     *
     * @param before null when nothing was heard of the state
     * @param teller who is behind the fact itself, unknown for a reconciliation
     */
    public static Author author(@Nullable Heard before, StateFact fact, Author teller) {
        if (Verdict.of(before, fact) == Verdict.NEWS) {
            return teller;
        }
        if (before == null) {
            return Author.UNKNOWN;
        }
        boolean isNext = teller != Author.UNKNOWN && fact.version() == before.version() + 1;
        return fact.version() <= before.version() || isNext ? before.author() : Author.UNKNOWN;
    }

    /**
     * What is known after a fact.
     *
     * @param before null when nothing was heard of the state
     * @param kinds what counts as heard now: not what was held back because nobody knows whose it is
     */
    public static Heard after(@Nullable Heard before, StateFact fact, Collection<FactKind> kinds, Author author) {
        Set<FactKind> facts = EnumSet.noneOf(FactKind.class);
        if (before != null && before.version() == fact.version()) {
            facts.addAll(before.facts());
        }
        facts.addAll(kinds);
        boolean everAwarded = (before != null && before.everAwarded())
                || facts.contains(FactKind.AWARDED)
                || facts.contains(FactKind.REVOKED);
        return new Heard(fact.subject(), fact.version(), facts, author, everAwarded);
    }
}
