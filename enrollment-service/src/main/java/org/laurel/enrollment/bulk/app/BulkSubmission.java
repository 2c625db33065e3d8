package org.laurel.enrollment.bulk.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.laurel.enrollment.bulk.db.BulkRowTable;
import org.laurel.enrollment.bulk.db.BulkRunTable;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Takes long lists in, row by row, and has a job work them off. A list is taken as a whole or not at all. */
@ApplicationScoped
public class BulkSubmission {

    private static final int BATCH = 1_000;
    private static final long MOST_ROWS = 1_000_000;

    private final BulkRunTable runs;
    private final BulkRowTable rows;
    private final Jobs jobs;
    private final Clock clock;

    BulkSubmission(BulkRunTable runs, BulkRowTable rows, Jobs jobs, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A list.
     *
     * @param mayManage whether the sender may enroll learners in the course run of this key
     * @param mayGive whether the sender may give this mode
     */
    public record Submit(BulkOrder order, BulkSource source, Predicate<String> mayManage, Predicate<String> mayGive) {}

    /**
     * Takes the lists and returns their ids.
     *
     * @throws ProblemException 400 for a file that cannot be read or has no rows, 403 for a course run or a mode
     *     that is not the sender's to give, 413 for too many rows
     */
    @Transactional
    public List<Long> apply(List<Submit> commands) {
        return commands.stream().map(this::take).toList();
    }

    private long take(Submit submit) {
        long id = runs.open(submit.order(), clock.instant());
        long taken = switch (submit.source()) {
            case BulkSource.Listed listed -> take(id, items(listed), submit);
            case BulkSource.SentFile file -> {
                try (CsvItems items = new CsvItems(file)) {
                    yield take(id, items, submit);
                }
            }
        };
        if (taken == 0) {
            throw ProblemException.badRequest("no_rows", "The list names nobody.");
        }
        long job = jobs.begin(
                BulkJob.KIND,
                String.valueOf(id),
                Map.of(),
                taken,
                submit.order().cause().by());
        runs.run(id, taken, job);
        return id;
    }

    private long take(long id, Iterator<BulkItem> items, Submit submit) {
        Set<String> courseIds = new HashSet<>();
        Set<String> modes = new HashSet<>();
        List<BulkItem> batch = new ArrayList<>(BATCH);
        long taken = 0;
        while (items.hasNext()) {
            BulkItem item = items.next();
            if (courseIds.add(item.courseId()) && !submit.mayManage().test(item.courseId())) {
                throw ProblemException.forbidden("You may not enroll learners in " + item.courseId() + ".");
            }
            String mode = item.mode();
            if (mode != null && modes.add(mode) && !submit.mayGive().test(mode)) {
                throw ProblemException.forbidden("Only global staff and service clients may choose the mode of a row.");
            }
            batch.add(item);
            if (batch.size() == BATCH || !items.hasNext()) {
                rows.add(id, taken + 1, batch);
                taken += batch.size();
                batch.clear();
            }
            if (taken > MOST_ROWS) {
                throw new ProblemException(
                        Problem.of(413, "too_many_rows", "A list has at most " + MOST_ROWS + " rows. Split it."));
            }
        }
        return taken;
    }

    private static Iterator<BulkItem> items(BulkSource.Listed listed) {
        return listed.courseIds().stream()
                .flatMap(courseId ->
                        listed.identifiers().stream().map(identifier -> new BulkItem(identifier, courseId, null)))
                .iterator();
    }
}
