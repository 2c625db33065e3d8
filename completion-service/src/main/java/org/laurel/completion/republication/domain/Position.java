package org.laurel.completion.republication.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;

/** A place in the list of all learners in course runs, by course run and learner. */
public record Position(String courseKey, String learnerId) {

    /** Before everybody. */
    public static final Position START = new Position("", "");

    /** The place of a learner. */
    public static Position of(CourseLearner key) {
        return new Position(key.courseKey().value(), key.learnerId().value());
    }

    /** Reads what {@link #text} wrote; null is the start. */
    public static Position parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        int end = text.indexOf('\n');
        return new Position(text.substring(0, end), text.substring(end + 1));
    }

    /** As it is kept; no course key has a line feed. */
    public String text() {
        return courseKey + "\n" + learnerId;
    }
}
