package org.laurel.completion.verification.app;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.events.key.LearnerId;

/**
 * Start a verification.
 *
 * @param listed the learners on the scope's list, empty without one
 * @param repairs whether learners and numbers found different are counted again
 * @param night the day whose nightly one it is, of which there is one; null when somebody starts it
 */
public record StartVerification(
        Verification.Scope scope,
        List<LearnerId> listed,
        boolean repairs,
        @Nullable LocalDate night,
        String by) {

    public StartVerification {
        listed = List.copyOf(listed);
    }
}
