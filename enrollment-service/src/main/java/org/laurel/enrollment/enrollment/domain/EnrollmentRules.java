package org.laurel.enrollment.enrollment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.EnrollAllowed;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.ImportEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.Unenroll;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Vetoed;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Wait;
import org.laurel.kit.domain.FactOrder;

/**
 * The rules of enrolling and unenrolling; those of requests are {@link RequestRules}.
 *
 * @param defaultMode the configured mode of an enrollment that names none
 */
public record EnrollmentRules(String defaultMode) {

    /** Judges a command by what is known. */
    public EnrollmentDecision decide(EnrollmentCommand command, EnrollmentFacts facts) {
        return switch (command) {
            case RequestEnrollment request -> new RequestRules(defaultMode).decide(request, facts);
            case AdoptEnrollment told -> told(told, facts);
            case Unenroll unenroll -> unenrolled(facts.current());
            case EnrollAllowed allowed -> allowed(allowed.time().at(), facts);
            case ImportEnrollment row -> imported(row, facts);
        };
    }

    /**
     * A platform that owns enrollments has decided already: neither window nor seats matter, and expired modes hold. A mode
     * that the course run does not have may still be told, whether some of its modes are known or none, so it is waited for:
     * what comes of an enrollment does not depend on which fact arrives first.
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
        return run.modes().has(told.mode(), defaultMode) ? new Become(told.mode(), told.isActive()) : new Wait();
    }

    /** The mode stays what it is, expired or not. */
    private static EnrollmentDecision unenrolled(@Nullable Enrollment current) {
        if (current == null) {
            return new Refuse(Refusal.NOT_ENROLLED);
        }
        return current.isActive() ? new Become(current.mode(), false) : new Stay(current);
    }

    /** An import says how things stood at its time, so neither window nor seats matter, and expired modes hold. */
    private EnrollmentDecision imported(ImportEnrollment row, EnrollmentFacts facts) {
        CourseRun run = facts.run();
        if (!facts.isLearnerKnown()) {
            return new Refuse(Refusal.LEARNER_UNKNOWN);
        }
        if (run == null) {
            return new Refuse(Refusal.COURSE_UNKNOWN);
        }
        Enrollment current = facts.current();
        FactOrder newest = facts.newest();
        if (current != null && newest != null && !row.time().placeAfter(newest).isAfter(newest)) {
            return new Stay(current);
        }
        String known = current == null ? run.modes().defaultSlug(row.time().at(), defaultMode) : current.mode();
        String mode = row.mode() == null ? known : row.mode();
        boolean active = row.isActive() == null ? current == null || current.isActive() : row.isActive();
        return run.modes().has(mode, defaultMode) ? new Become(mode, active) : new Refuse(Refusal.MODE_NOT_OFFERED);
    }

    /** Whom staff have allowed needs neither an invitation nor a free seat; only the window still counts. */
    private EnrollmentDecision allowed(Instant now, EnrollmentFacts facts) {
        CourseRun run = facts.run();
        Enrollment current = facts.current();
        if (run == null) {
            return new Refuse(Refusal.COURSE_UNKNOWN);
        }
        if (current != null && current.isActive()) {
            return new Stay(current);
        }
        if (!run.settings().enrollment().isOpen(now)) {
            return new Refuse(Refusal.ENROLLMENT_CLOSED);
        }
        String mode = run.modes().defaultSlug(now, defaultMode);
        if (!run.modes().isOffered(mode, now, defaultMode)) {
            return new Refuse(Refusal.MODE_NOT_OFFERED);
        }
        return facts.veto() == null ? new Become(mode, true) : new Vetoed(facts.veto());
    }
}
