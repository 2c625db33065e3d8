package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.enrollment.retirement.domain.RetirementStates;

/**
 * Says whether retirements may be cleaned up, all of them or none: each must be complete. There is nothing left to clean,
 * because the originals go when a learner is retired (retirement, cleanup).
 */
@ApplicationScoped
public class RetirementCleanup {

    private final ReservedNames names;
    private final RetirementTable table;

    RetirementCleanup(ReservedNames names, RetirementTable table) {
        this.names = names;
        this.table = table;
    }

    /** An outcome for each username, exactly as it was written when the retirement was asked for. */
    @Transactional
    public List<RetirementOutcome> apply(List<String> usernames) {
        Map<String, String> digests = names.digests(usernames);
        Map<String, LearnerRetirement> known = table.byDigest(digests.values());
        return usernames.stream()
                .map(username -> outcome(known.get(digests.getOrDefault(username, ""))))
                .toList();
    }

    private static RetirementOutcome outcome(@Nullable LearnerRetirement retirement) {
        if (retirement == null) {
            return new RetirementOutcome.Unknown();
        }
        return retirement.state().equals(RetirementStates.COMPLETE)
                ? new RetirementOutcome.Done(retirement)
                : new RetirementOutcome.Refused("A retirement is not complete.");
    }
}
