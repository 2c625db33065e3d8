package org.laurel.enrollment.cohort.app;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.job.JobStep;

/** Tells of the members of a cohort that it has another name. */
@Singleton
class CohortNameTelling implements JobStep {

    private final MembershipTable memberships;
    private final MembershipRenaming renaming;

    CohortNameTelling(MembershipTable memberships, MembershipRenaming renaming) {
        this.memberships = memberships;
        this.renaming = renaming;
    }

    @Override
    public String kind() {
        return CohortDefinition.TELL_NAME;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CohortKey cohort = CohortDefinition.key(chunk.subject());
        List<LearnerId> members = memberships.toldAnotherName(cohort, chunk.after(), CHUNK);
        renaming.apply(members.stream()
                .map(member -> new MembershipRenaming.Rename(member, cohort))
                .toList());
        return members.size() < CHUNK
                ? Progress.finished(members.size())
                : new Progress(members.getLast().value(), members.size());
    }
}
