package org.laurel.enrollment.profile.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.profile.db.ProfileDirectory;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileOutcome;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Replaces learners' profiles. Nobody is told: profiles stay here. */
@ApplicationScoped
public class ProfileReplacement {

    private final KeyLocks locks;
    private final Departures departures;
    private final ProfileDirectory directory;

    ProfileReplacement(KeyLocks locks, Departures departures, ProfileDirectory directory) {
        this.locks = locks;
        this.departures = departures;
        this.directory = directory;
    }

    /** Applies the commands in order and returns an outcome for each; a learner who leaves keeps the profile as it is. */
    @Transactional
    public List<ProfileOutcome> apply(List<ReplaceProfile> commands) {
        List<LearnerId> ids =
                commands.stream().map(ReplaceProfile::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Objection> departed = departures.of(ids);
        Map<LearnerId, Profile> profiles = directory.find(ids);
        List<ProfileOutcome> outcomes = new ArrayList<>(commands.size());
        List<ReplaceProfile> changes = new ArrayList<>();
        for (ReplaceProfile command : commands) {
            Objection departure = departed.get(command.learnerId());
            if (departure != null) {
                outcomes.add(new ProfileOutcome.Departed(departure));
                continue;
            }
            ReplaceProfile change = command.over(profiles.getOrDefault(command.learnerId(), Profile.EMPTY));
            profiles.put(change.learnerId(), change.profile());
            changes.add(change);
            outcomes.add(new ProfileOutcome.Kept(change.profile()));
        }
        directory.save(changes);
        return outcomes;
    }
}
