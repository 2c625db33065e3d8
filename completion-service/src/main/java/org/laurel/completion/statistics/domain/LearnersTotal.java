package org.laurel.completion.statistics.domain;

import org.laurel.completion.progress.domain.LearnersItem;

/** What the learners who see the same and are equally far come to together. */
public record LearnersTotal(LearnersItem item, Totals totals) {

    /** Whether these were counted before a structure was known. */
    boolean isUnbased() {
        return item.profile().structureId() == 0;
    }
}
