package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;

/** Enrolls learners and puts them into a cohort of their course run, both or neither. */
@ApplicationScoped
public class CohortEnrollment {

    private final Enrolling enrolling;
    private final CohortPlacement placement;
    private final ChosenCohorts chosen;

    CohortEnrollment(Enrolling enrolling, CohortPlacement placement, ChosenCohorts chosen) {
        this.enrolling = enrolling;
        this.placement = placement;
        this.chosen = chosen;
    }

    /**
     * An enrollment that is asked for.
     *
     * @param cohort a cohort that exists, null to leave the choice to us
     */
    public record Wish(
            RequestEnrollment enrollment, @Nullable CohortKey cohort) {}

    /** Applies the wishes in order and returns what became of the enrollments; who is not enrolled enters no cohort. */
    @Transactional
    public List<EnrollmentOutcome> apply(List<Wish> wishes) {
        wishes.stream()
                .filter(wish -> wish.cohort() != null)
                .map(wish -> wish.enrollment().key())
                .forEach(key -> chosen.seats().add(new Seat(key.learnerId(), key.courseKey())));
        List<EnrollmentOutcome> outcomes =
                enrolling.apply(wishes.stream().map(Wish::enrollment).toList());
        List<Enter> entries = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            CohortKey cohort = wish.cohort();
            if (cohort != null && isEnrolled(outcomes.get(i))) {
                entries.add(new Enter(
                        wish.enrollment().key().learnerId(),
                        cohort,
                        wish.enrollment().time(),
                        wish.enrollment().cause()));
            }
        }
        if (!entries.isEmpty()) {
            placement.apply(entries);
        }
        return outcomes;
    }

    private static boolean isEnrolled(EnrollmentOutcome outcome) {
        return switch (outcome) {
            case EnrollmentOutcome.Changed changed -> changed.after().isActive();
            case EnrollmentOutcome.Unchanged unchanged -> unchanged.enrollment().isActive();
            case EnrollmentOutcome.Refused refused -> false;
            case EnrollmentOutcome.Vetoed vetoed -> false;
            case EnrollmentOutcome.Waiting waiting -> false;
        };
    }
}
