package org.laurel.enrollment.profile.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.profile.db.ProfileDirectory;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.kit.lock.KeyLocks;

/** Replaces learners' profiles. Nobody is told: profiles stay here. */
@ApplicationScoped
public class ProfileReplacement {

    private final KeyLocks locks;
    private final ProfileDirectory directory;

    ProfileReplacement(KeyLocks locks, ProfileDirectory directory) {
        this.locks = locks;
        this.directory = directory;
    }

    /** Applies the commands in order and returns the profiles that hold then. */
    @Transactional
    public List<Profile> apply(List<ReplaceProfile> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        directory.save(commands);
        return commands.stream().map(ReplaceProfile::profile).toList();
    }
}
