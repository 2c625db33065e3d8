package org.laurel.enrollment.entitlement.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.enrollment.entitlement.db.EntitlementTable;
import org.laurel.enrollment.entitlement.domain.EntitlementFact;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/** Tells of the newest entitlement of each learner and course once more. */
@ApplicationScoped
class EntitlementTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "entitlement",
            List.of(
                    Listing.Key.text("learner_id"),
                    new Listing.Key("course_uuid", "uuid"),
                    new Listing.Key("version", "bigint")),
            Listing.NOT_RETIRED
                    + " and not exists (select from entitlement newer where newer.learner_id = t.learner_id"
                    + " and newer.course_uuid = t.course_uuid and newer.version > t.version)",
            Listing.LEARNERS,
            Listing.RUN,
            Listing.history("entitlement", "learner_id", "course_uuid"));

    private final KeyLocks locks;
    private final EntitlementTable entitlements;
    private final Outbox outbox;

    EntitlementTelling(KeyLocks locks, EntitlementTable entitlements, Outbox outbox) {
        this.locks = locks;
        this.entitlements = entitlements;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "entitlements";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        locks.lock(keys.stream().map(List::getFirst).toList());
        List<EntitlementFact> facts = entitlements
                .newest(keys.stream()
                        .map(key -> new EntitlementKey(new LearnerId(key.get(0)), UUID.fromString(key.get(1))))
                        .toList())
                .values()
                .stream()
                .map(entitlement -> new EntitlementFact(entitlement, cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }
}
