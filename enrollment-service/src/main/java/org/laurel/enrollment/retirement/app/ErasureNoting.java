package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.retirement.db.ErasureReports;
import org.laurel.enrollment.retirement.domain.ErasureNews;
import org.laurel.kit.lock.KeyLocks;

/** Notes which services have erased retired learners. */
@ApplicationScoped
public class ErasureNoting {

    private final KeyLocks locks;
    private final ErasureReports reports;

    ErasureNoting(KeyLocks locks, ErasureReports reports) {
        this.locks = locks;
        this.reports = reports;
    }

    /** Notes them; the first report of a service counts. */
    @Transactional
    public void apply(List<ErasureNews> news) {
        locks.lock(news.stream().map(one -> one.learnerId().value()).toList());
        reports.keep(news);
    }
}
