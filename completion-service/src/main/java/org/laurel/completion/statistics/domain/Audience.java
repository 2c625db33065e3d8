package org.laurel.completion.statistics.domain;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Learners who see the same.
 *
 * @param learners how many they are
 * @param makers whether they make the course: they see what learners do not
 * @param earnable whether they can earn anything in a block, told by its number in the graph
 */
record Audience(long learners, boolean makers, IntPredicate earnable) {

    /** How many of several audiences can earn anything in a block. */
    static long able(List<Audience> audiences, int block) {
        long able = 0;
        for (Audience audience : audiences) {
            able += audience.earnable.test(block) ? audience.learners : 0;
        }
        return able;
    }

    /** How many of several audiences can earn anything in either of two blocks. */
    static long ableInBoth(List<Audience> audiences, int one, int other) {
        long able = 0;
        for (Audience audience : audiences) {
            able += audience.earnable.test(one) && audience.earnable.test(other) ? audience.learners : 0;
        }
        return able;
    }
}
