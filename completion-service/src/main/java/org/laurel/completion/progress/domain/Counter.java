package org.laurel.completion.progress.domain;

import org.laurel.completion.standing.domain.Membership;

/**
 * One of the numbers that are kept of a course run.
 *
 * @param kind what is counted
 * @param item which one: see the kinds
 * @param cohorts of the learners counted here, as in {@link Membership}
 * @param roles of the learners counted here, as in {@link Membership}
 */
public record Counter(Kind kind, String item, String cohorts, String roles) {

    /** So many days, up to the last one on which anything moved, are told one by one. */
    public static final int DAYS = 400;

    /** What is counted. */
    public enum Kind {
        /** Learners by how far they are. The item is a {@link LearnersItem}. */
        LEARNERS,
        /** Learners who have earned anything in a block below the course. The item is the block's key. */
        BLOCK,
        /**
         * By how much {@link #LEARNERS} moved on a day. The item is the day in UTC, {@code YYYY-MM-DD}; days that are more than
         * {@link #DAYS} older than the last one are added together some time under the empty item.
         */
        DAY
    }
}
