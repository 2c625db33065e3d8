package org.laurel.enrollment.enrollment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Wait;

/**
 * The rules of enrolling (enrollment, rule order of the enrollment request, steps 7 to 10).
 *
 * @param defaultMode the configured mode of an enrollment that names none
 */
public record EnrollmentRules(String defaultMode) {

    private static final Map<String, Set<String>> REQUIRED_ATTRIBUTES = Map.of("credit", Set.of("credit:provider_id"));

    /** Judges a command by what is known. */
    public EnrollmentDecision decide(EnrollmentCommand command, EnrollmentFacts facts) {
        return switch (command) {
            case RequestEnrollment request -> requested(request, facts);
            case AdoptEnrollment told -> told(told, facts);
        };
    }

    /** A request: whoever may change an existing enrollment and does so takes the update path, all others the add path. */
    private EnrollmentDecision requested(RequestEnrollment request, EnrollmentFacts facts) {
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
        if (isAttributeMissing(mode, request.attributes())) {
            return new Refuse(Refusal.ATTRIBUTES_MISSING);
        }
        boolean deactivates = request.isActive() != null && !request.isActive();
        boolean expiredToo = request.authority() == Authority.SERVICE || deactivates;
        boolean offered =
                request.mode() == null || isOffered(run, mode, request.time().at(), expiredToo);
        return offered ? new Become(mode, active) : new Refuse(Refusal.MODE_NOT_OFFERED);
    }

    private EnrollmentDecision added(RequestEnrollment request, CourseRun run, EnrollmentFacts facts) {
        Instant now = request.time().at();
        boolean active = request.isActive() == null || request.isActive();
        String mode = request.mode() == null ? run.modes().defaultSlug(now, defaultMode) : request.mode();
        if (facts.current() != null && facts.current().isActive()) {
            return new Stay(facts.current());
        }
        if (!isOffered(run, mode, now, !active)) {
            return new Refuse(Refusal.MODE_NOT_OFFERED);
        }
        Refusal closed = request.force() ? null : closed(run.settings().enrollment(), now, facts.activeInRun());
        return closed == null ? new Become(mode, active) : new Refuse(closed);
    }

    /**
     * A platform that owns enrollments has decided already: neither window nor seats matter, and expired modes hold. Only a
     * mode that the course run does not have is refused. As long as nobody has told the run's modes, only the default mode is
     * certain.
     */
    private EnrollmentDecision told(AdoptEnrollment told, EnrollmentFacts facts) {
        if (facts.current() != null
                && facts.newest() != null
                && !told.time().place().isAfter(facts.newest())) {
            return new Stay(facts.current());
        }
        CourseRun run = facts.run();
        if (!facts.isLearnerKnown() || run == null) {
            return new Wait();
        }
        if (run.modes().has(told.mode(), defaultMode)) {
            return new Become(told.mode(), told.isActive());
        }
        return run.areModesTold() ? new Refuse(Refusal.MODE_NOT_OFFERED) : new Wait();
    }

    private boolean isOffered(CourseRun run, String mode, Instant now, boolean expiredToo) {
        return expiredToo ? run.modes().has(mode, defaultMode) : run.modes().isOffered(mode, now, defaultMode);
    }

    private static @Nullable Refusal closed(EnrollmentWindow window, Instant now, long active) {
        if (window.invitationOnly()) {
            return Refusal.INVITATION_ONLY;
        }
        if (!window.isOpen(now)) {
            return Refusal.ENROLLMENT_CLOSED;
        }
        return window.isFull(active) ? Refusal.COURSE_FULL : null;
    }

    /** Only a list that was sent is looked at. */
    private static boolean isAttributeMissing(String mode, @Nullable List<EnrollmentAttribute> attributes) {
        if (attributes == null) {
            return false;
        }
        Set<String> given =
                attributes.stream().map(EnrollmentAttribute::fullName).collect(Collectors.toSet());
        return !given.containsAll(REQUIRED_ATTRIBUTES.getOrDefault(mode, Set.of()));
    }
}
