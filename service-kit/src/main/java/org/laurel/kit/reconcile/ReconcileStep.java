package org.laurel.kit.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.outbox.OutboxRoom;

/** Tells a selection of states once more: one kind after the other, a thousand at a time. */
@ApplicationScoped
class ReconcileStep implements JobStep {

    static final String KIND = "reconcile";

    private final List<ReconcileSource> sources;
    private final Listings listings;
    private final Jobs jobs;
    private final OutboxRoom room;
    private final ObjectMapper json;

    ReconcileStep(
            @All List<ReconcileSource> sources, Listings listings, Jobs jobs, OutboxRoom room, ObjectMapper json) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(ReconcileSource::order).thenComparing(ReconcileSource::name))
                .toList();
        this.listings = listings;
        this.jobs = jobs;
        this.room = room;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> obstacle() {
        return room.obstacle();
    }

    @Override
    public Progress advance(Chunk chunk) {
        Selection selection = selection(chunk);
        if (chunk.cursor() == null) {
            tellTotal(chunk.jobId(), selection);
        }
        // The name of a kind, and the keys of its last state: neither has a line feed.
        List<String> place = List.of(chunk.after().split("\n", -1));
        int index = index(place.getFirst());
        if (index >= sources.size()) {
            return Progress.finished(0);
        }
        ReconcileSource source = sources.get(index);
        Listings.Page page = listings.page(source.listing(), selection, place.subList(1, place.size()), CHUNK);
        int told = page.selected().isEmpty()
                ? 0
                : source.tell(page.selected(), Cause.of("reconciliation", Reconciliation.CORRELATION + chunk.jobId()));
        Map<String, Long> counts = Map.of(source.name(), (long) told);
        if (page.last() != null) {
            String next = String.join(
                    "\n",
                    Stream.concat(Stream.of(source.name()), page.last().stream())
                            .toList());
            return new Progress(next, page.selected().size(), counts);
        }
        return index + 1 < sources.size()
                ? new Progress(sources.get(index + 1).name(), page.selected().size(), counts)
                : Progress.finished(page.selected().size(), counts);
    }

    /** Where they are too many to count, how many there are stays unknown. */
    private void tellTotal(long job, Selection selection) {
        List<Listings.Count> counts = sources.stream()
                .map(source -> listings.count(source.listing(), selection))
                .toList();
        if (counts.stream().allMatch(Listings.Count::exact)) {
            jobs.total(job, counts.stream().mapToLong(Listings.Count::states).sum());
        }
    }

    /** Where a kind stands in the list; a kind that is gone since leads to the end. */
    private int index(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        int index = 0;
        while (index < sources.size() && !sources.get(index).name().equals(name)) {
            index++;
        }
        return index;
    }

    private Selection selection(Chunk chunk) {
        try {
            return json.treeToValue(chunk.parameters(), Selection.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
