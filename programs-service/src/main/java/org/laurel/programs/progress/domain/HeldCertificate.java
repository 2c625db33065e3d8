package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.courserun.domain.CourseRun;

/**
 * The newest version of a learner's certificate in a course run.
 *
 * @param mode slug of the mode that it certifies
 * @param status slug of its status
 * @param availableAt from when the learner may see it, as certificates-service works it out; null when that is not known
 * @param modifiedAt business time of the last change
 */
public record HeldCertificate(
        CourseKey courseKey,
        String mode,
        String status,
        @Nullable Instant availableAt,
        Instant modifiedAt) {

    /** Certificates that only say how somebody did in the audit mode; the meter does not look at them. */
    private static final Set<String> AUDIT_ONLY = Set.of("audit_passing", "audit_notpassing");

    private static final Set<String> PASSING = Set.of("downloadable", "generating");

    /** Whether the meter looks at the certificate at all. Source: programs, certificate state. */
    public boolean counts() {
        return !AUDIT_ONLY.contains(status);
    }

    /** Whether the learner has passed, shown or not. */
    public boolean isPassing() {
        return PASSING.contains(status);
    }

    /**
     * Whether the certificate shows at this moment: by the settings of its run as they are now, or where the directory has not
     * told of the run, by the date that came with the certificate. Source: programs, certificate state.
     *
     * @param run null when it is not known
     */
    public boolean isViewable(@Nullable CourseRun run, Instant now) {
        return run == null ? availableAt == null || !availableAt.isAfter(now) : run.showsCertificates(now);
    }

    /** The mode as programs name it: professional without identity verification is professional. */
    public String type() {
        return ProgramMode.of(mode);
    }
}
