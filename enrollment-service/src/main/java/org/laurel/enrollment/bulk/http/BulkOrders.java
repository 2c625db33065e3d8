package org.laurel.enrollment.bulk.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.role.http.CourseStaff;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Reads what holds for a whole bulk request, and who may ask for it where. */
@ApplicationScoped
class BulkOrders {

    private static final Set<String> MODES_FOR_COURSE_STAFF = Set.of("audit", "honor");

    private final Caller caller;
    private final CourseStaff courseStaff;

    BulkOrders(Caller caller, CourseStaff courseStaff) {
        this.caller = caller;
        this.courseStaff = courseStaff;
    }

    /**
     * The order.
     *
     * @throws ProblemException 400 for another action than the two, 403 for a mode that course staff may not give
     */
    BulkOrder read(
            @Nullable String action,
            @Nullable String mode,
            boolean autoEnroll,
            @Nullable String reason,
            @Nullable String role) {
        BulkAction known = BulkAction.of(action == null ? "" : action)
                .orElseThrow(() -> ProblemException.badRequest("invalid_action", "action is enroll or unenroll."));
        requireMode(mode);
        requireStorable(reason);
        requireStorable(role);
        requireStorable(mode);
        Authority authority = caller.isService() ? Authority.SERVICE : Authority.STAFF;
        return new BulkOrder(
                known, mode, autoEnroll, role, authority, caller.cause().because(reason));
    }

    /** Whether the caller may enroll learners in the course run; what is no key is refused row by row. */
    boolean mayManage(String courseId) {
        try {
            return caller.isPrivileged() || courseStaff.mayManage(new CourseKey(courseId));
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    /** Whether the caller may give the mode, of the whole request or of one of its rows. */
    boolean mayGive(String mode) {
        return MODES_FOR_COURSE_STAFF.contains(mode) || caller.isPrivileged();
    }

    /** Whether the caller may give any mode, and see every list. */
    boolean isUnlimited() {
        return caller.isPrivileged();
    }

    /** The caller as lists remember their sender. */
    String sender() {
        return caller.cause().by();
    }

    private static void requireStorable(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("unstorable_text", "Text must not hold the character U+0000.");
        }
    }

    private void requireMode(@Nullable String mode) {
        if (mode != null && !mayGive(mode)) {
            throw ProblemException.forbidden("Only global staff and service clients may choose this mode.");
        }
    }
}
