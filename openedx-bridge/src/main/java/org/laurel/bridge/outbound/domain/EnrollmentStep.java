package org.laurel.bridge.outbound.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event that Open edX sends when an enrollment changes.
 *
 * @param mode of the enrollment after the step
 * @param isActive after the step
 */
public record EnrollmentStep(Kind kind, String mode, boolean isActive) {

    /** Which of Open edX's events it is. */
    public enum Kind {
        CHANGED,
        CREATED,
        ENDED
    }

    /**
     * How an enrollment stands.
     *
     * @param isActive whether the learner is enrolled
     */
    public record Standing(String mode, boolean isActive) {}

    /**
     * The events that Open edX sends for a change, in order. It enrolls in the default mode first and applies another one
     * afterwards. Source: enrollment-and-events §3.2, the table of states and effects.
     *
     * <p>An enrollment that is as before is told again: with the events after which it is as it is, whatever was missed.
     *
     * @param before null for an enrollment that is new
     * @param defaultMode in which Open edX enrolls
     */
    public static List<EnrollmentStep> of(@Nullable Standing before, Standing after, String defaultMode) {
        if (before == null) {
            return first(after, defaultMode);
        }
        EnrollmentStep changed = new EnrollmentStep(Kind.CHANGED, after.mode(), after.isActive());
        if (before.isActive() == after.isActive() && !before.equals(after)) {
            return List.of(changed);
        }
        Kind then = after.isActive() ? Kind.CREATED : Kind.ENDED;
        return List.of(changed, new EnrollmentStep(then, after.mode(), after.isActive()));
    }

    private static List<EnrollmentStep> first(Standing after, String defaultMode) {
        List<EnrollmentStep> enrolled = List.of(
                new EnrollmentStep(Kind.CHANGED, defaultMode, true),
                new EnrollmentStep(Kind.CREATED, defaultMode, true));
        Standing standing = new Standing(defaultMode, true);
        return standing.equals(after)
                ? enrolled
                : Stream.of(enrolled, of(standing, after, defaultMode))
                        .flatMap(List::stream)
                        .toList();
    }

    /** What is known of how an enrollment stood; null when nothing is. */
    public static @Nullable Standing standing(@Nullable String mode, @Nullable Boolean isActive) {
        return mode == null && isActive == null
                ? null
                : new Standing(Objects.requireNonNullElse(mode, ""), Boolean.TRUE.equals(isActive));
    }
}
