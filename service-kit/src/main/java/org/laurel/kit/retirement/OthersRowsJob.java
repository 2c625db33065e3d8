package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.erasure.Erasure;
import org.laurel.kit.erasure.Mentions;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.retirement.WaitingErasures.Wanted;

/**
 * Goes through the traces of operators that the kit keeps and the rows about others for retired learners, these page by page,
 * and reports the learners as erased at the end. It takes all who wait, up to {@value #LEARNERS} at a time, and goes round
 * until nobody waits: a night's retirements cost one round.
 *
 * <p>Traces of operators come before the rows, since what a schedule begins bears the name that the schedule holds, and once
 * more after them: an import that begins meanwhile gives its job the name that the import holds.
 */
@ApplicationScoped
class OthersRowsJob implements JobStep {

    static final String KIND = "retirement";
    static final String ALL = "all";

    /** Shorter words are too common to tell that a note about another learner is about somebody as well. */
    private static final int SHORTEST = 5;

    private static final int LEARNERS = 2_000;
    private static final int REPORTED = 500;

    private final WaitingErasures waiting;
    private final OthersRows rows;
    private final Erasure kit;
    private final ErasureReport report;
    private final Jobs jobs;

    OthersRowsJob(WaitingErasures waiting, OthersRows rows, Erasure kit, ErasureReport report, Jobs jobs) {
        this.waiting = waiting;
        this.rows = rows;
        this.kit = kit;
        this.report = report;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        if (chunk.cursor() == null) {
            return waiting.take(chunk.jobId(), LEARNERS) == 0
                    ? Progress.finished(0)
                    : new Progress(rows.noted(TracePlace.first()), 0);
        }
        TracePlace place = rows.place(chunk.cursor());
        if (place.isFirst() || place.list() == rows.lists()) {
            return operations(chunk.jobId(), place);
        }
        return place.list() < rows.lists() ? search(chunk.jobId(), place) : tell(chunk.jobId(), place);
    }

    private Progress search(long job, TracePlace from) {
        Wanted wanted = waiting.wanted(job);
        Mentions mentions = Mentions.of(
                wanted.words().values().stream().flatMap(Set::stream).toList(), SHORTEST);
        TracePlace place = from;
        int looked = 0;
        long changed = 0;
        while (looked < CHUNK && place.list() < rows.lists()) {
            OthersRows.Page page = rows.erase(place, wanted.acted(), mentions);
            looked += page.looked();
            changed += page.changed();
            place = page.next();
        }
        return new Progress(rows.noted(place), 0, Map.of("rows", changed));
    }

    /** In a chunk of its own, which holds nothing but the row of this job. */
    private Progress operations(long job, TracePlace place) {
        int changed = kit.eraseOperations(waiting.wanted(job).words().entrySet().stream()
                .collect(Collectors.toMap(known -> known.getKey().value(), Map.Entry::getValue)));
        return new Progress(rows.noted(place.nextList()), 0, Map.of("rows", (long) changed));
    }

    /** The last report is followed by a look at who waits by now. */
    private Progress tell(long job, TracePlace place) {
        List<LearnerId> erased = waiting.taken(job, REPORTED);
        report.apply(erased);
        if (erased.size() == REPORTED) {
            return new Progress(rows.noted(place), erased.size());
        }
        return waiting.take(job, LEARNERS) == 0
                ? Progress.finished(erased.size())
                : new Progress(rows.noted(TracePlace.first()), erased.size());
    }

    /** Whom a cancelled job has not reported, one takes that begins at once: a retirement must come to its end. */
    @Override
    public void finished(Job job) {
        waiting.giveBack(job.id());
        if (job.state().equals("cancelled")) {
            jobs.submit(KIND, ALL, "retirement");
        }
    }
}
