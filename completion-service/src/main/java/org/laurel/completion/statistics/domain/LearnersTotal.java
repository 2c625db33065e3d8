package org.laurel.completion.statistics.domain;

import org.laurel.completion.progress.domain.LearnersItem;

/**
 * What the learners who see the same and are equally far come to together.
 *
 * @param makers whether they make the course, see {@link org.laurel.completion.standing.domain.CourseRoles#MAKERS}
 */
public record LearnersTotal(LearnersItem item, boolean makers, Totals totals) {

    /** Whether these were counted before a structure was known. */
    boolean isUnbased() {
        return item.profile().structureId() == 0;
    }
}
