package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.db.MembershipTable.Renamed;
import org.laurel.enrollment.cohort.domain.CohortFact;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Gives memberships the name that their cohort has now. */
@ApplicationScoped
class MembershipRenaming {

    private final KeyLocks locks;
    private final MembershipTable table;
    private final Outbox outbox;

    MembershipRenaming(KeyLocks locks, MembershipTable table, Outbox outbox) {
        this.locks = locks;
        this.table = table;
        this.outbox = outbox;
    }

    /** A learner's membership of a cohort. */
    record Rename(LearnerId learnerId, CohortKey cohort) {}

    /** Renames the memberships whose name is another one; one that has ended stays. Asks once per cohort. */
    @Transactional
    public void apply(List<Rename> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        Map<CohortKey, List<LearnerId>> byCohort = commands.stream()
                .collect(Collectors.groupingBy(
                        Rename::cohort, Collectors.mapping(Rename::learnerId, Collectors.toList())));
        byCohort.forEach((cohort, learners) -> {
            List<Renamed> renamed = table.renamed(cohort, learners);
            table.save(renamed.stream()
                    .map(each -> new MembershipTable.Change(each.membership(), each.cause()))
                    .toList());
            outbox.append(renamed.stream()
                    .map(each -> new CohortFact.MembershipChanged(each.membership(), each.cause()))
                    .toList());
        });
    }
}
