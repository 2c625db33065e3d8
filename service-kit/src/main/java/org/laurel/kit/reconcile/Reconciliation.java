package org.laurel.kit.reconcile;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;

/** Tells other systems once more what they may have missed, without changing anything. */
@ApplicationScoped
public class Reconciliation {

    /** What correlation ids of events that tell once more begin with; the id of the job follows. */
    static final String CORRELATION = "reconcile:";

    private final List<ReconcileSource> sources;
    private final Listings listings;
    private final Jobs jobs;

    Reconciliation(@All List<ReconcileSource> sources, Listings listings, Jobs jobs) {
        this.sources = sources;
        this.listings = listings;
        this.jobs = jobs;
    }

    /** Whether an event with this correlation id tells once more what was told before, by the word of whoever sent it. */
    public static boolean isCorrelation(String correlationId) {
        return correlationId.startsWith(CORRELATION);
    }

    /** How many states of each kind are selected. */
    public Map<String, Long> count(Selection selection) {
        Map<String, Long> counts = new TreeMap<>();
        sources.forEach(source -> counts.put(source.name(), listings.count(source.listing(), selection)));
        return counts;
    }

    /** Begins a job that tells of them, or joins one that tells of the same already, and returns its id. */
    @Transactional
    public long begin(Selection selection, Cause cause) {
        return jobs.beginOrJoin(ReconcileStep.KIND, subject(selection), selection, null, cause.by());
    }

    /** The same text for the same selection only; of a course run, a learner or everything it is a readable one. */
    private static String subject(Selection selection) {
        if (selection.isEverything()) {
            return "all";
        }
        boolean isOneThing = !selection.hasTime()
                && (selection.courseKey() == null
                        ? selection.learnerIds().size() == 1
                        : selection.learnerIds().isEmpty());
        if (!isOneThing) {
            return "selection " + UUID.nameUUIDFromBytes(selection.toString().getBytes(StandardCharsets.UTF_8));
        }
        return selection.courseKey() == null ? selection.learnerIds().getFirst() : selection.courseKey();
    }
}
