package org.laurel.certificates.issuance.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.issuance.domain.CaseKey;

/** Says where decisions take effect, and counts them. */
@ApplicationScoped
class Effect {

    private final MeterRegistry metrics;

    Effect(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** The cases whose changes are not to be written: their course run is observed only. */
    Set<CaseKey> withheld(List<Change> changes) {
        Set<CaseKey> withheld = new HashSet<>();
        for (Change change : changes) {
            boolean observed = change.outcome().terms().newest().mode() == IssuingMode.OBSERVE;
            if (observed) {
                withheld.add(change.key());
            }
            if (change.difference() != null) {
                metrics.counter(
                                "laurel.certificates.decisions",
                                "outcome",
                                change.kind(),
                                "effect",
                                observed ? "observed" : "live")
                        .increment();
            }
        }
        return withheld;
    }
}
