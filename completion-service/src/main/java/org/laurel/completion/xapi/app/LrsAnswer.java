package org.laurel.completion.xapi.app;

import java.time.Duration;
import org.laurel.completion.xapi.domain.LrsVerdict;

/**
 * What a learning record store answered.
 *
 * @param page whether its body is a page for people: a store answers 200 with the ids, so something else has answered
 * @param words beginning of its body, in one line
 * @param pause that it asks for, zero when it asks for none
 */
record LrsAnswer(int status, boolean page, String words, Duration pause) {

    LrsVerdict verdict() {
        LrsVerdict verdict = LrsVerdict.of(status);
        return verdict == LrsVerdict.STORED && page ? LrsVerdict.NOT_NOW : verdict;
    }

    /** What operators read. */
    String describe() {
        return words.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + words;
    }
}
