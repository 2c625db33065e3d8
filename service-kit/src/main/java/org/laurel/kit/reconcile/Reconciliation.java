package org.laurel.kit.reconcile;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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

    /**
     * How many states are selected.
     *
     * @param states by kind
     * @param exact false when of some kind there are too many to count, more than 100,000; then there are at least as many
     */
    public record Count(Map<String, Long> states, boolean exact) {

        public Count {
            states = Collections.unmodifiableMap(new TreeMap<>(states));
        }
    }

    /** Counts the states of each kind that are selected; each for a few seconds at most. */
    public Count count(Selection selection) {
        Map<String, Long> states = new TreeMap<>();
        boolean exact = true;
        for (ReconcileSource source : sources) {
            Listings.Count counted = listings.count(source.listing(), selection);
            states.put(source.name(), counted.states());
            exact &= counted.exact();
        }
        return new Count(states, exact);
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
