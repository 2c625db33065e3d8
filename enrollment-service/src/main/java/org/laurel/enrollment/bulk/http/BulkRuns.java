package org.laurel.enrollment.bulk.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.bulk.db.BulkRunQueries;
import org.laurel.enrollment.bulk.domain.BulkRun;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.ProblemException;

/** Finds long lists for those who may see them: their senders, global staff and service clients. */
@ApplicationScoped
class BulkRuns {

    private final BulkRunQueries runs;
    private final Jobs jobs;
    private final BulkOrders orders;

    BulkRuns(BulkRunQueries runs, Jobs jobs, BulkOrders orders) {
        this.runs = runs;
        this.jobs = jobs;
        this.orders = orders;
    }

    /** A list; a 404 when there is none of this id for the caller. */
    BulkRun known(long id) {
        return runs.find(id)
                .filter(run -> orders.isUnlimited() || run.order().cause().by().equals(orders.sender()))
                .orElseThrow(() -> ProblemException.notFound("bulk_not_found", "There is no such list."));
    }

    BulkRunView view(long id) {
        return views(List.of(known(id))).getFirst();
    }

    /** Lists with an id below the given one, newest first. */
    List<BulkRunView> before(long id, int limit) {
        return views(runs.before(id, orders.isUnlimited() ? null : orders.sender(), limit));
    }

    /** How far the jobs of those are that have not ended, in one look. */
    private List<BulkRunView> views(List<BulkRun> found) {
        Map<Long, Job> open = jobs.find(found.stream()
                .filter(run -> run.finishedAt() == null)
                .map(BulkRun::jobId)
                .toList());
        return found.stream()
                .map(run -> BulkRunView.of(run, open.get(run.jobId())))
                .toList();
    }
}
