package org.laurel.completion.progress.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A place among the learners of a course run for whom a release has come, the longest waiting first.
 *
 * @param dueAt when it came
 * @param learnerId for whom; empty at the beginning
 */
public record DuePlace(Instant dueAt, String learnerId) {

    private static final DuePlace BEGINNING = new DuePlace(Instant.EPOCH, "");

    /** The place as {@link #text} wrote it; the beginning for anything else. */
    public static DuePlace parse(@Nullable String text) {
        int space = text == null ? -1 : text.indexOf(' ');
        return text == null || space < 0
                ? BEGINNING
                : new DuePlace(Instant.parse(text.substring(0, space)), text.substring(space + 1));
    }

    /** The place in writing. */
    public String text() {
        return dueAt + " " + learnerId;
    }

    /** For whom the release has come. */
    public LearnerId learner() {
        return new LearnerId(learnerId);
    }
}
