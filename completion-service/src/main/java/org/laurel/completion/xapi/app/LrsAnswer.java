package org.laurel.completion.xapi.app;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.laurel.completion.xapi.domain.LrsVerdict;

/**
 * What a learning record store answered.
 *
 * @param ids of the statements that it says it has stored; none when its body is not such a list
 * @param words beginning of its body, in one line
 * @param pause that it asks for, zero when it asks for none
 */
record LrsAnswer(int status, Set<UUID> ids, String words, Duration pause) {

    /** What it says of statements. A 200 without their ids is somebody else's: a sign-in page, or a gateway that is closed. */
    LrsVerdict verdict(Collection<UUID> sent) {
        LrsVerdict verdict = LrsVerdict.of(status);
        return verdict == LrsVerdict.STORED && !ids.containsAll(sent) ? LrsVerdict.NOT_NOW : verdict;
    }

    /** What operators read. */
    String describe() {
        return words.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + words;
    }
}
