package org.laurel.enrollment.profile.db;

import jakarta.enterprise.context.ApplicationScoped;
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
}
