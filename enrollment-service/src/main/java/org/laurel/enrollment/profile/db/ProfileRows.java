package org.laurel.enrollment.profile.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;

/** Hibernate's way to {@code profile}. */
@ApplicationScoped
class ProfileRows implements PanacheRepositoryBase<ProfileEntity, String> {

    /** The rows of the learners who have one, by learner id, in a new map. */
    Map<String, ProfileEntity> of(Collection<LearnerId> learnerIds) {
        Map<String, ProfileEntity> found = new HashMap<>();
        List<String> ids = learnerIds.stream().map(LearnerId::value).toList();
        if (!ids.isEmpty()) {
            list("learnerId in ?1", ids).forEach(row -> found.put(row.learnerId(), row));
        }
        return found;
    }
}
