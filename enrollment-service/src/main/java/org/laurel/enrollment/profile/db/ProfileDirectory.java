package org.laurel.enrollment.profile.db;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.enrollment.profile.domain.ReplaceProfile;

/** Writes profiles. The caller holds the lock of the learner id. */
@ApplicationScoped
public class ProfileDirectory {

    private final ProfileRows rows;

    ProfileDirectory(ProfileRows rows) {
        this.rows = rows;
    }

    /** Inserts or replaces the profile of a known learner; the same values once more write nothing. */
    public void save(ReplaceProfile command) {
        ProfileEntity row = rows.findById(command.learnerId().value());
        if (row == null) {
            row = new ProfileEntity(command.learnerId());
            row.take(command.profile(), command.cause());
            rows.persist(row);
        } else if (!row.toDomain().equals(command.profile())) {
            row.take(command.profile(), command.cause());
        }
        rows.flush();
    }
}
