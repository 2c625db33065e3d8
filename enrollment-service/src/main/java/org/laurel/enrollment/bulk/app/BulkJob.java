package org.laurel.enrollment.bulk.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.laurel.enrollment.bulk.db.BulkRowTable;
import org.laurel.enrollment.bulk.db.BulkRowTable.BulkRow;
import org.laurel.enrollment.bulk.db.BulkRunQueries;
import org.laurel.enrollment.bulk.db.BulkRunTable;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.bulk.domain.BulkRun;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.Failures;

/**
 * Works a long list off, a thousand rows at a time. Rows keep what became of them in the transaction that does it, so that a
 * chunk that is repeated counts them and does nothing twice. A chunk that fails for a reason of its own is halved until the
 * rows are found that make it fail; these are set aside.
 */
@ApplicationScoped
class BulkJob implements JobStep {

    static final String KIND = "bulk-enrollment";

    private static final Logger LOG = Logger.getLogger(BulkJob.class);

    private final BulkRunQueries queries;
    private final BulkRunTable runs;
    private final BulkRowTable rows;
    private final BulkRowWork work;
    private final Clock clock;

    BulkJob(BulkRunQueries queries, BulkRunTable runs, BulkRowTable rows, BulkRowWork work, Clock clock) {
        this.queries = queries;
        this.runs = runs;
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        BulkRun run = queries.find(Long.parseLong(chunk.subject()))
                .orElseThrow(() -> new IllegalStateException("job " + chunk.jobId() + " belongs to no list"));
        List<BulkRow> next = rows.after(run.id(), chunk.cursor() == null ? 0 : Long.parseLong(chunk.cursor()), CHUNK);
        Map<String, Long> counts = new HashMap<>();
        next.stream()
                .flatMap(row -> row.outcome() == null ? Stream.of() : Stream.of(row.outcome()))
                .forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        List<BulkRow> waiting =
                next.stream().filter(row -> row.outcome() == null).toList();
        if (!waiting.isEmpty()) {
            work(run, waiting, counts);
        }
        return next.size() < CHUNK
                ? Progress.finished(next.size(), counts)
                : new Progress(String.valueOf(next.getLast().line()), next.size(), counts);
    }

    @Override
    public void finished(Job job) {
        runs.end(Long.parseLong(job.subject()), job.state(), job.counts(), clock.instant());
    }

    private void work(BulkRun run, List<BulkRow> waiting, Map<String, Long> counts) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> work.apply(run, waiting))
                    .forEach(result -> counts.merge(result.outcome(), 1L, Long::sum));
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            if (waiting.size() == 1) {
                setAside(run, waiting.getFirst(), failure, counts);
            } else {
                work(run, waiting.subList(0, waiting.size() / 2), counts);
                work(run, waiting.subList(waiting.size() / 2, waiting.size()), counts);
            }
        }
    }

    private void setAside(BulkRun run, BulkRow row, RuntimeException failure, Map<String, Long> counts) {
        BulkResult result = BulkResult.refused(row.item(), BulkResult.FAILED);
        QuarkusTransaction.requiringNew().run(() -> rows.settle(run.id(), List.of(row), List.of(result)));
        counts.merge(result.outcome(), 1L, Long::sum);
        LOG.errorf("List %d: row %d cannot be worked off: %s", run.id(), row.line(), Failures.describe(failure));
    }
}
