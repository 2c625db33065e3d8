package org.laurel.enrollment.enrollment.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deployment's own say in who enrolls: it may refuse in words of its own. One is added as a CDI bean; without any, only the
 * embargo by country speaks, and only where a deployment has set one.
 *
 * <p>It is asked within a transaction or while a request is judged, so it must not wait for anything. What a platform that owns
 * enrollments tells is not asked about. Source: enrollment, rule order of the enrollment request, steps 5, 6 and 9.
 */
@FunctionalInterface
public interface EnrollmentPolicy {

    /** When a policy is asked, which also says what a refusal means. */
    enum Stage {
        /** Before the flags of a request are read: the learner may not have anything of the course run. */
        EMBARGO,
        /** When the request is read and before anything is looked up: the request is not one that may be made. */
        REQUEST,
        /** When every rule allows the learner to become enrolled, and before that happens. */
        ENROLLMENT
    }

    /**
     * What is about to happen.
     *
     * @param mode the mode that was asked for, null when none was
     */
    record Request(EnrollmentKey key, @Nullable String mode, Authority authority) {}

    /**
     * A refusal.
     *
     * @param message why, in a sentence
     * @param localizedMessage the same in the learner's language, null when there is no translation
     */
    record Veto(String message, @Nullable String localizedMessage) {}

    /** The refusal at this stage, empty when there is none. */
    Optional<Veto> veto(Stage stage, Request request);
}
