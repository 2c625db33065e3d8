package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.cohort.domain.CohortEntry;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.enrollment.enrollment.app.EnrolledLearners;
import org.laurel.enrollment.enrollment.domain.EnrollmentFact.EnrollmentChanged;

/** Gives learners a cohort when they enroll, unless one was chosen for them. */
@ApplicationScoped
class EnteringOnEnrollment implements EnrolledLearners {

    private final CohortEntering entering;
    private final ChosenCohorts chosen;

    EnteringOnEnrollment(CohortEntering entering, ChosenCohorts chosen) {
        this.entering = entering;
        this.chosen = chosen;
    }

    @Override
    public void enrolled(List<EnrollmentChanged> enrollments) {
        entering.apply(enrollments.stream()
                .map(EnteringOnEnrollment::entry)
                .filter(entry -> !chosen.seats().contains(entry.seat()))
                .toList());
    }

    private static CohortEntry entry(EnrollmentChanged fact) {
        var key = fact.after().key();
        return new CohortEntry(
                new Seat(key.learnerId(), key.courseKey()), true, fact.after().occurredAt(), fact.cause());
    }
}
