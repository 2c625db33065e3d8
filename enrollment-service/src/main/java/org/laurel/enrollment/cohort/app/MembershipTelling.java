package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.domain.CohortFact;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/** Tells of cohort memberships once more, former ones included. */
@ApplicationScoped
class MembershipTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "cohort_membership",
            List.of(
                    Listing.Key.text("learner_id"),
                    Listing.Key.text("course_key"),
                    new Listing.Key("cohort_id", "bigint")),
            Listing.NOT_RETIRED,
            Listing.LEARNERS,
            Listing.RUN,
            Listing.history("cohort_membership", "learner_id", "course_key", "cohort_id"));

    private final KeyLocks locks;
    private final MembershipTable memberships;
    private final Outbox outbox;

    MembershipTelling(KeyLocks locks, MembershipTable memberships, Outbox outbox) {
        this.locks = locks;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "cohort_memberships";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        locks.lock(keys.stream().map(List::getFirst).toList());
        Set<List<String>> wanted = Set.copyOf(keys);
        Set<Seat> seats = keys.stream()
                .map(key -> new Seat(new LearnerId(key.get(0)), new CourseKey(key.get(1))))
                .collect(Collectors.toSet());
        List<CohortFact> facts = memberships.ofSeats(seats).stream()
                .filter(membership -> wanted.contains(key(membership)))
                .<CohortFact>map(membership -> new CohortFact.MembershipChanged(membership, cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }

    private static List<String> key(Membership membership) {
        return List.of(
                membership.learnerId().value(),
                membership.cohort().courseKey().value(),
                String.valueOf(membership.cohort().id()));
    }
}
