package org.laurel.enrollment.group.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each name, in the order in which they were sent.
 *
 * @param changed how many learners were added or removed
 */
record MembersAnswer(int changed, List<Item> results) {

    /**
     * One name.
     *
     * @param learnerId null when nobody has the name
     * @param outcome {@code added}, {@code present}, {@code removed}, {@code absent}, {@code unknown_learner}, {@code
     *     retirement_pending} or {@code retired}
     */
    record Item(String name, @Nullable String learnerId, String outcome) {}
}
