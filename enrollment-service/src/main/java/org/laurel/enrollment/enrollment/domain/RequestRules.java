package org.laurel.enrollment.enrollment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Vetoed;

/**
 * The rules of requests (enrollment, rule order of the enrollment request, steps 7 to 10): whoever may change an existing
 * enrollment and does so takes the update path, all others the add path.
 *
 * @param defaultMode the configured mode of an enrollment that names none
 */
record RequestRules(String defaultMode) {

    private static final Map<String, Set<String>> REQUIRED_ATTRIBUTES = Map.of("credit", Set.of("credit:provider_id"));

    EnrollmentDecision decide(RequestEnrollment request, EnrollmentFacts facts) {
        EnrollmentDecision decision = byPath(request, facts);
        boolean holds = decision instanceof Become || decision instanceof Stay;
        return holds && hasUnfitAttribute(request.attributes())
                ? new Refuse(Refusal.INVALID_ENROLLMENT_ATTRIBUTES)
                : decision;
    }

    private EnrollmentDecision byPath(RequestEnrollment request, EnrollmentFacts facts) {
        CourseRun run = facts.run();
        if (run == null) {
            return new Refuse(Refusal.COURSE_UNKNOWN);
        }
        Enrollment current = facts.current();
        if (current != null && request.authority().isPrivileged()) {
            boolean modeChanged = request.mode() != null && !request.mode().equals(current.mode());
            boolean activeChanged = request.isActive() != null && request.isActive() != current.isActive();
            if (modeChanged || activeChanged) {
                return updated(request, run, current, modeChanged && activeChanged);
            }
        }
        return added(request, run, facts);
    }

    private EnrollmentDecision updated(RequestEnrollment request, CourseRun run, Enrollment current, boolean both) {
        boolean active = request.isActive() == null ? current.isActive() : request.isActive();
        String mode = request.mode() == null ? current.mode() : request.mode();
        if (both && !active) {
            return new Refuse(Refusal.MODE_MISMATCH);
        }
        if (isAttributeMissing(request.mode(), request.attributes())) {
            return new Refuse(Refusal.ATTRIBUTES_MISSING);
        }
        boolean deactivates = request.isActive() != null && !request.isActive();
        boolean expiredToo = request.authority() == Authority.SERVICE || deactivates;
        boolean offered =
                request.mode() == null || isOffered(run, mode, request.time().at(), expiredToo);
        return offered ? new Become(mode, active) : new Refuse(Refusal.MODE_NOT_OFFERED);
    }

    /** Who is enrolled, or is not and asks for just that, stays as is, whatever else the request says. */
    private EnrollmentDecision added(RequestEnrollment request, CourseRun run, EnrollmentFacts facts) {
        Instant now = request.time().at();
        Enrollment current = facts.current();
        boolean active = request.isActive() == null || request.isActive();
        if (current != null && (current.isActive() || !active)) {
            return new Stay(current);
        }
        String mode = request.mode() == null ? run.modes().defaultSlug(now, defaultMode) : request.mode();
        if (!isOffered(run, mode, now, !active)) {
            return new Refuse(Refusal.MODE_NOT_OFFERED);
        }
        Refusal closed = request.force() ? null : closed(run.settings().enrollment(), now, facts);
        if (closed != null) {
            return new Refuse(closed);
        }
        return facts.veto() == null ? new Become(mode, active) : new Vetoed(facts.veto());
    }

    private boolean isOffered(CourseRun run, String mode, Instant now, boolean expiredToo) {
        return expiredToo ? run.modes().has(mode, defaultMode) : run.modes().isOffered(mode, now, defaultMode);
    }

    /** An allowed email address opens the door and makes no room. */
    private static @Nullable Refusal closed(EnrollmentWindow window, Instant now, EnrollmentFacts facts) {
        if (window.invitationOnly() && !facts.isAllowed()) {
            return Refusal.INVITATION_ONLY;
        }
        if (!window.isOpen(now) && !facts.isAllowed()) {
            return Refusal.ENROLLMENT_CLOSED;
        }
        return window.isFull(facts.activeInRun()) ? Refusal.COURSE_FULL : null;
    }

    /** Only a list that was sent is looked at, and only for the mode that was asked for. */
    private static boolean isAttributeMissing(@Nullable String mode, @Nullable List<EnrollmentAttribute> attributes) {
        if (mode == null || attributes == null) {
            return false;
        }
        Set<String> given =
                attributes.stream().map(EnrollmentAttribute::fullName).collect(Collectors.toSet());
        return !given.containsAll(REQUIRED_ATTRIBUTES.getOrDefault(mode, Set.of()));
    }

    private static boolean hasUnfitAttribute(@Nullable List<EnrollmentAttribute> attributes) {
        return attributes != null && !attributes.stream().allMatch(EnrollmentAttribute::isFit);
    }
}
