package org.laurel.enrollment.profile.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.events.key.LearnerId;

/** Finds profiles. */
@ApplicationScoped
public class ProfileQueries {

    private final ProfileRows rows;

    ProfileQueries(ProfileRows rows) {
        this.rows = rows;
    }

    /** The learner's profile, if there is one. */
    public Optional<Profile> of(LearnerId learnerId) {
        return rows.findByIdOptional(learnerId.value()).map(ProfileEntity::toDomain);
    }

    /** The profiles of the learners who have one. */
    public Map<LearnerId, Profile> of(Collection<LearnerId> learnerIds) {
        Map<LearnerId, Profile> found = new HashMap<>();
        rows.of(learnerIds).forEach((id, row) -> found.put(new LearnerId(id), row.toDomain()));
        return found;
    }
}
