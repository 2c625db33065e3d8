package org.laurel.enrollment.bulk.app;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.Unenroll;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.domain.AccountRules;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.events.key.CourseKey;

/**
 * An item with whom and what it names.
 *
 * @param learner null when nobody has that name
 * @param courseKey null when it is none
 */
record Named(
        BulkItem item,
        @Nullable Identified learner,
        @Nullable CourseKey courseKey) {

    private static final int LONGEST = 254;

    static Named of(BulkItem item, @Nullable Identified learner) {
        return new Named(item, learner, courseKey(item.courseId()));
    }

    /** Whether anybody can be looked for by the word. */
    static boolean isReadable(String word) {
        return !word.isBlank() && word.length() <= LONGEST && word.indexOf('\0') < 0;
    }

    /** Whether the person has no account that can be enrolled, so that only the address can be allowed. */
    boolean needsAddress() {
        return learner == null || !learner.isActive();
    }

    /** The person's email address in the course run, null without one. */
    @Nullable AllowedKey address() {
        String email = learner == null ? item.identifier() : learner.email();
        boolean fit = !email.isEmpty() && email.indexOf('@') > 0 && AccountRules.isEmail(email);
        return courseKey == null || !fit ? null : new AllowedKey(email, courseKey);
    }

    /** The enrollment that the person has or might have, null without an account or a course run. */
    @Nullable EnrollmentKey key() {
        return learner == null || courseKey == null ? null : new EnrollmentKey(learner.id(), courseKey);
    }

    /** What to do to the person's enrollment, empty when there is nothing to do to one. */
    Optional<EnrollmentCommand> command(BulkOrder order, Instant now) {
        if (learner == null || courseKey == null) {
            return Optional.empty();
        }
        EnrollmentKey key = new EnrollmentKey(learner.id(), courseKey);
        BusinessTime.Asked time = new BusinessTime.Asked(now, order.cause().id());
        if (order.action() == BulkAction.UNENROLL) {
            return Optional.of(new Unenroll(key, time, order.cause()));
        }
        if (!learner.isActive()) {
            return Optional.empty();
        }
        String mode = item.mode() == null ? order.mode() : item.mode();
        // Without a mode, who comes back comes in the default mode, and who is enrolled stays as is.
        return Optional.of(new RequestEnrollment(
                key, mode, mode == null ? null : Boolean.TRUE, null, order.authority(), true, time, order.cause()));
    }

    private static @Nullable CourseKey courseKey(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
