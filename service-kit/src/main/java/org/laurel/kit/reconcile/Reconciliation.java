package org.laurel.kit.reconcile;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;

/** Tells other systems once more what they may have missed, without changing anything. */
@ApplicationScoped
public class Reconciliation {

    private final List<ReconcileSource> sources;
    private final Listings listings;
    private final Jobs jobs;

    Reconciliation(@All List<ReconcileSource> sources, Listings listings, Jobs jobs) {
        this.sources = sources;
        this.listings = listings;
        this.jobs = jobs;
    }

    /** How many states of each kind are selected. */
    public Map<String, Long> count(Selection selection) {
        Map<String, Long> counts = new TreeMap<>();
        sources.forEach(source -> counts.put(source.name(), listings.count(source.listing(), selection)));
        return counts;
    }

    /** Begins a job that tells of them, and returns its id. */
    @Transactional
    public long begin(Selection selection, Cause cause) {
        return jobs.begin(ReconcileStep.KIND, subject(selection), selection, null, cause.by());
    }

    private static String subject(Selection selection) {
        if (selection.courseKey() != null) {
            return selection.courseKey();
        }
        return selection.learnerIds().size() == 1
                ? selection.learnerIds().getFirst()
                : selection.isEverything() ? "all" : "selection";
    }
}
