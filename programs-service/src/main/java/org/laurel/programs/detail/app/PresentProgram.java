package org.laurel.programs.detail.app;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A question for a program as somebody sees it.
 *
 * @param viewer the learner, null for somebody of whom nothing is known
 * @param language in which dates are written
 * @param isMobile whether an app for phones asks
 * @param advertises whether it is shown to people who may come
 */
public record PresentProgram(
        UUID program, @Nullable Identity viewer, Locale language, boolean isMobile, boolean advertises) {

    /** A learner, and the name by which a shop knows the learner; empty when the caller's token has none. */
    public record Identity(LearnerId id, String username) {}
}
