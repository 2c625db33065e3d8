package org.laurel.sample.tally.app;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.job.JobStep;
import org.laurel.sample.tally.db.CountedItems;

/** Counts to thirty in chunks of ten, one row per number. */
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
    public Progress advance(String subject, @Nullable String cursor) {
        int from = cursor == null ? 1 : Integer.parseInt(cursor) + 1;
        int to = from + CHUNK_SIZE - 1;
        items.count(subject, from, to);
        faults.strike(subject);
        faults.strike(subject + "@" + from);
        return to >= LAST ? Progress.finished(CHUNK_SIZE) : new Progress(String.valueOf(to), CHUNK_SIZE);
    }
}
