package org.laurel.completion.xapi.app;

import java.time.Duration;
import org.laurel.completion.xapi.domain.LrsVerdict;

/**
 * What a learning record store answered.
 *
 * @param words beginning of its body, in one line
 * @param pause that it asks for, zero when it asks for none
 */
record LrsAnswer(int status, String words, Duration pause) {

    LrsVerdict verdict() {
        return LrsVerdict.of(status);
    }

    /** What operators read. */
    String describe() {
        return words.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + words;
    }
}
