package org.laurel.certificates.issuance.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.events.key.CourseKey;

/** Says where decisions take effect, and counts them. */
@ApplicationScoped
class Effect {

    private final RevocationBrake brake;
    private final MeterRegistry metrics;

    Effect(RevocationBrake brake, MeterRegistry metrics) {
        this.brake = brake;
        this.metrics = metrics;
    }

    /** The cases whose changes are not to be written: their course run is observed only, or its brake is on. */
    Set<CaseKey> withheld(List<Change> changes) {
        List<Change> real =
                changes.stream().filter(change -> change.difference() != null).toList();
        List<Change> live = real.stream().filter(change -> !isObserved(change)).toList();
        Set<CourseKey> held = brake.held(live);
        Set<CaseKey> withheld = new HashSet<>();
        for (Change change : real) {
            String effect =
                    isObserved(change) ? "observed" : held.contains(change.key().courseKey()) ? "held" : "live";
            if (!effect.equals("live")) {
                withheld.add(change.key());
            }
            count(change.kind(), effect);
        }
        return withheld;
    }

    /** Those of the course runs whose brake is on. */
    Set<CourseKey> held(Set<CourseKey> courses) {
        return brake.engaged(courses);
    }

    private void count(String outcome, String effect) {
        metrics.counter("laurel.certificates.decisions", "outcome", outcome, "effect", effect)
                .increment();
    }

    private static boolean isObserved(Change change) {
        return change.outcome().terms().newest().isObserved();
    }
}
