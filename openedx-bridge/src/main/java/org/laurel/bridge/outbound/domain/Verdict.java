package org.laurel.bridge.outbound.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a fact, going by what was heard of its state before: version beats time, so that it makes no
 * difference when a fact arrives, and how often.
 */
public enum Verdict {

    /** It is told as it is. */
    NEWS,

    /** The whole state is told. */
    AGAIN,

    /** It is overtaken, or was heard before. */
    NOTHING;

    /** @param before null when nothing was heard of the state */
    public static Verdict of(@Nullable Heard before, StateFact fact) {
        if (before == null || fact.version() > before.version()) {
            return fact.retelling() == Retelling.YES ? AGAIN : NEWS;
        }
        if (fact.version() < before.version()) {
            return NOTHING;
        }
        if (fact.retelling() == Retelling.YES) {
            return AGAIN;
        }
        if (!before.facts().contains(fact.kind())) {
            return NEWS;
        }
        return fact.retelling() == Retelling.IF_KNOWN ? AGAIN : NOTHING;
    }
}
