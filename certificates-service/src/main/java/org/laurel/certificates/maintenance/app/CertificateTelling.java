package org.laurel.certificates.maintenance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/**
 * Tells of certificates once more, as {@link Renotification} does: CHANGED alone, by which receivers keep them. AWARDED and REVOKED
 * announce what happened once.
 */
@ApplicationScoped
class CertificateTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "certificate",
            List.of(Listing.Key.text("learner_id"), Listing.Key.text("course_key")),
            Listing.NOT_RETIRED,
            Listing.LEARNERS,
            Listing.RUN,
            Listing.history("certificate", "learner_id", "course_key"));

    private final Renotification renotification;

    CertificateTelling(Renotification renotification) {
        this.renotification = renotification;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        return (int) renotification
                .apply(keys.stream()
                        .map(key -> new CaseKey(new LearnerId(key.get(0)), new CourseKey(key.get(1))))
                        .map(key -> new Renotification.Tell(key, cause))
                        .toList())
                .sent();
    }
}
