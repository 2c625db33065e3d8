package org.laurel.sample.tally.app;

import jakarta.inject.Singleton;
import java.util.Map;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.sample.tally.db.CountedItems;

/** Counts to thirty, or as far as the parameters say, in chunks of ten, one row per number. */
@Singleton
class CountingStep implements JobStep {

    private static final int CHUNK_SIZE = 10;
    private static final int LAST = 30;

    private final CountedItems items;
    private final Faults faults;

    CountingStep(CountedItems items, Faults faults) {
        this.items = items;
        this.faults = faults;
    }

    @Override
    public String kind() {
        return "count";
    }

    @Override
    public Progress advance(Chunk chunk) {
        String subject = chunk.subject();
        String cursor = chunk.cursor();
        int from = cursor == null ? 1 : Integer.parseInt(cursor) + 1;
        int to = from + CHUNK_SIZE - 1;
        items.count(subject, from, to);
        faults.strike(subject);
        faults.strike(subject + "@" + from);
        Map<String, Long> counts = Map.of("even", CHUNK_SIZE / 2L, "odd", CHUNK_SIZE / 2L, "from " + from, 1L);
        return new Progress(to >= last(chunk) ? null : String.valueOf(to), CHUNK_SIZE, counts);
    }

    @Override
    public void finished(Job job) {
        items.finished(job.subject(), job.state(), job.done());
    }

    private static int last(Chunk chunk) {
        return chunk.parameters().path("last").asInt(LAST);
    }
}
