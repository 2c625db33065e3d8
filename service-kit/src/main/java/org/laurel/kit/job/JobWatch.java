package org.laurel.kit.job;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one client that watches a job has been told. Used by one thread at a time. */
final class JobWatch {

    /** The job could not be read. */
    static final Seen UNKNOWN = new Seen(false, null);

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private @Nullable Job told;
    private long toldNanos;

    /**
     * One look at a job.
     *
     * @param known whether it could be read
     * @param job null when it is gone, or not known
     */
    record Seen(boolean known, @Nullable Job job) {}

    /** What the client is to be told after a look; an empty element ends the stream. */
    List<Optional<Job>> tell(Seen seen) {
        Job job = seen.known() ? seen.job() : told;
        if (job == null) {
            return seen.known() ? List.of(Optional.empty()) : List.of();
        }
        if (job.hasEnded()) {
            return List.of(Optional.of(job), Optional.empty());
        }
        if (told != null && !differs(told, job) && System.nanoTime() - toldNanos < SILENCE.toNanos()) {
            return List.of();
        }
        told = job;
        toldNanos = System.nanoTime();
        return List.of(Optional.of(job));
    }

    private static boolean differs(Job before, Job now) {
        return !before.state().equals(now.state())
                || before.done() != now.done()
                || !before.counts().equals(now.counts())
                || !Objects.equals(before.total(), now.total())
                || !Objects.equals(before.error(), now.error());
    }
}
