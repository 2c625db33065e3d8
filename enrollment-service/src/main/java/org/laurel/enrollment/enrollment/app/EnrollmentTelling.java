package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.laurel.enrollment.enrollment.db.EnrollmentTable;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentFact;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/** Tells of enrollments once more: what was before is what is, since nothing has changed. */
@ApplicationScoped
class EnrollmentTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "enrollment",
            List.of(Listing.Key.text("learner_id"), Listing.Key.text("course_key")),
            Listing.NOT_RETIRED,
            Listing.LEARNERS,
            Listing.RUN,
            Listing.history("enrollment", "learner_id", "course_key"));

    private final KeyLocks locks;
    private final EnrollmentTable enrollments;
    private final LearnerTable learners;
    private final Outbox outbox;

    EnrollmentTelling(KeyLocks locks, EnrollmentTable enrollments, LearnerTable learners, Outbox outbox) {
        this.locks = locks;
        this.enrollments = enrollments;
        this.learners = learners;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "enrollments";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        List<EnrollmentKey> wanted = keys.stream()
                .map(key -> new EnrollmentKey(new LearnerId(key.get(0)), new CourseKey(key.get(1))))
                .toList();
        locks.lock(wanted.stream().map(key -> key.learnerId().value()).toList());
        Map<EnrollmentKey, Enrollment> found = enrollments.find(wanted);
        Map<LearnerId, Learner> people =
                learners.find(wanted.stream().map(EnrollmentKey::learnerId).collect(Collectors.toSet()));
        List<EnrollmentFact> facts = wanted.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(enrollment -> people.containsKey(enrollment.key().learnerId()))
                .<EnrollmentFact>map(enrollment -> new EnrollmentFact.EnrollmentChanged(
                        enrollment,
                        enrollment,
                        Objects.requireNonNull(people.get(enrollment.key().learnerId())),
                        cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }
}
