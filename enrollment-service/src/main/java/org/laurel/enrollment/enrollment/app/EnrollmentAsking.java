package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.app.CohortEnrollment;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Refused;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Vetoed;
import org.laurel.enrollment.optin.db.OptInTable;
import org.laurel.enrollment.optin.domain.OptIn;
import org.laurel.kit.lock.KeyLocks;

/** Does all that one enrollment request asks for, or nothing of it. */
@ApplicationScoped
public class EnrollmentAsking {

    private final KeyLocks locks;
    private final CohortEnrollment enrolling;
    private final OptInTable optIns;

    EnrollmentAsking(KeyLocks locks, CohortEnrollment enrolling, OptInTable optIns) {
        this.locks = locks;
        this.enrolling = enrolling;
        this.optIns = optIns;
    }

    /**
     * A request.
     *
     * @param optIn what the caller, who need not be the learner, says of mail along with it; null when nothing
     * @param cohort the cohort that the learner is to enter, which exists; null to leave the choice to us
     */
    public record Asked(
            RequestEnrollment command,
            @Nullable OptIn optIn,
            @Nullable CohortKey cohort) {}

    /** Applies the requests in order and returns an outcome for each; one that is refused keeps nothing. */
    @Transactional
    public List<EnrollmentOutcome> apply(List<Asked> requests) {
        locks.lock(requests.stream().flatMap(EnrollmentAsking::learners).toList());
        List<EnrollmentOutcome> outcomes = enrolling.apply(requests.stream()
                .map(each -> new CohortEnrollment.Wish(each.command(), each.cohort()))
                .toList());
        List<Asked> taken = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            boolean refused = outcomes.get(i) instanceof Refused || outcomes.get(i) instanceof Vetoed;
            if (!refused && requests.get(i).optIn() != null) {
                taken.add(requests.get(i));
            }
        }
        taken.forEach(each -> optIns.save(
                List.of(Objects.requireNonNull(each.optIn())), each.command().cause()));
        return outcomes;
    }

    private static Stream<String> learners(Asked asked) {
        String learner = asked.command().key().learnerId().value();
        return asked.optIn() == null
                ? Stream.of(learner)
                : Stream.of(learner, asked.optIn().learnerId().value());
    }
}
