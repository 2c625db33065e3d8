package org.laurel.enrollment.retirement.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.db.RetirementTable.Due;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.enrollment.retirement.domain.RetirementStates;
import org.laurel.kit.sql.EachAlone;

/**
 * Carries out the retirements whose cooling-off is over, unless a driver does so, and looks which have come to their end. Two
 * at once are harmless. A retirement that fails stays due, costs no other one, and is tried again.
 */
@ApplicationScoped
class RetirementSweep {

    private static final Logger LOG = Logger.getLogger(RetirementSweep.class);
    private static final int AT_ONCE = 100;

    private final RetirementTable table;
    private final RetirementQueries queries;
    private final Retiring retiring;
    private final RetirementCompletion completion;
    private final RetirementPolicy policy;
    private final Clock clock;

    RetirementSweep(
            RetirementTable table,
            RetirementQueries queries,
            Retiring retiring,
            RetirementCompletion completion,
            RetirementPolicy policy,
            Clock clock) {
        this.table = table;
        this.queries = queries;
        this.retiring = retiring;
        this.completion = completion;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(every = "${laurel.retirement.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            if (policy.automatic()) {
                retireDue();
            }
            long last = 0;
            for (List<Long> some = perhapsComplete(last); !some.isEmpty(); some = perhapsComplete(last)) {
                completion.apply(some);
                last = some.getLast();
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Retirements wait for infrastructure: %s", failure);
        }
    }

    /** Everybody who is due gets one try, page by page, so that those who fail keep nobody behind them waiting. */
    private void retireDue() {
        Instant now = clock.instant();
        List<Due> page = table.due(now, RetirementStates.PENDING, Due.BEGINNING, AT_ONCE);
        while (!page.isEmpty()) {
            EachAlone.apply(page.stream().map(Due::id).toList(), retiring::apply, (id, failure) -> {
                LOG.errorf(failure, "Retirement %d could not be carried out", id);
                return id;
            });
            page = table.due(now, RetirementStates.PENDING, page.getLast(), AT_ONCE);
        }
    }

    private List<Long> perhapsComplete(long after) {
        return queries.perhapsComplete(clock.instant().minus(policy.topicMemory()), after, AT_ONCE);
    }
}
