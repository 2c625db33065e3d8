package org.laurel.enrollment.profile.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.events.key.LearnerId;

/** Reads and writes profiles for whole batches. The caller holds the locks of the learner ids. */
@ApplicationScoped
public class ProfileDirectory {

    private final ProfileRows rows;

    ProfileDirectory(ProfileRows rows) {
        this.rows = rows;
    }

    /** The profiles that there are, in a new map. */
    public Map<LearnerId, Profile> find(Collection<LearnerId> learnerIds) {
        Map<LearnerId, Profile> found = new HashMap<>();
        rows.of(learnerIds).forEach((id, row) -> found.put(new LearnerId(id), row.toDomain()));
        return found;
    }

    /** Inserts or replaces the profiles of known learners, in order; the same values once more write nothing. */
    public void save(List<ReplaceProfile> commands) {
        Map<String, ProfileEntity> known =
                rows.of(commands.stream().map(ReplaceProfile::learnerId).toList());
        for (ReplaceProfile command : commands) {
            ProfileEntity row = known.get(command.learnerId().value());
            if (row == null) {
                row = new ProfileEntity(command.learnerId());
                row.take(command.profile(), command.cause());
                rows.persist(row);
                known.put(command.learnerId().value(), row);
            } else if (!row.toDomain().equals(command.profile())) {
                row.take(command.profile(), command.cause());
            }
        }
        rows.flush();
    }
}
