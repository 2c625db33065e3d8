package org.laurel.enrollment.allowed.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.laurel.enrollment.audit.db.ManualEnrollmentTable;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.EnrollAllowed;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.kit.domain.Cause;

/** Enrolls learners whose email addresses were allowed beforehand, and goes on with the manual enrollment audit about them. */
@ApplicationScoped
public class AllowedEnrolling {

    private static final String BY = "enrollment-allowed";

    private final Enrolling enrolling;
    private final ManualEnrollmentTable audit;
    private final Clock clock;

    AllowedEnrolling(Enrolling enrolling, ManualEnrollmentTable audit, Clock clock) {
        this.enrolling = enrolling;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes these enrollments as far as the rules let it, and returns an outcome for each. */
    @Transactional
    public List<EnrollmentOutcome> apply(List<EnrollmentKey> keys) {
        Cause cause = Cause.of(BY, UUID.randomUUID().toString());
        Instant now = clock.instant();
        List<EnrollmentOutcome> outcomes = enrolling.apply(keys.stream()
                .map(key -> new EnrollAllowed(key, new BusinessTime.Asked(now, cause.id()), cause))
                .toList());
        List<EnrollmentKey> enrolled = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof EnrollmentOutcome.Changed) {
                enrolled.add(keys.get(i));
            }
        }
        if (!enrolled.isEmpty()) {
            audit.follow(enrolled, now, cause.id());
        }
        return outcomes;
    }
}
