package org.laurel.enrollment.profile.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.profile.db.ProfileDirectory;
import org.laurel.enrollment.profile.domain.AmendProfile;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileOutcome;
import org.laurel.enrollment.profile.domain.ProfileRules;
import org.laurel.enrollment.profile.domain.ProfileRules.Breach;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Changes parts of profiles. Nobody is told: profiles stay here. */
@ApplicationScoped
public class ProfileAmending {

    private final KeyLocks locks;
    private final Departures departures;
    private final ProfileDirectory directory;
    private final Clock clock;

    ProfileAmending(KeyLocks locks, Departures departures, ProfileDirectory directory, Clock clock) {
        this.locks = locks;
        this.departures = departures;
        this.directory = directory;
        this.clock = clock;
    }

    /** Applies the commands in order and returns an outcome for each; a learner who leaves keeps the profile as it is. */
    @Transactional
    public List<ProfileOutcome> apply(List<AmendProfile> commands) {
        List<LearnerId> ids =
                commands.stream().map(AmendProfile::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Objection> departed = departures.of(ids);
        Map<LearnerId, Profile> profiles = directory.find(ids);
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        List<ProfileOutcome> outcomes = new ArrayList<>();
        List<ReplaceProfile> changes = new ArrayList<>();
        for (AmendProfile command : commands) {
            Objection departure = departed.get(command.learnerId());
            if (departure != null) {
                outcomes.add(new ProfileOutcome.Departed(departure));
                continue;
            }
            Profile before = profiles.getOrDefault(command.learnerId(), Profile.EMPTY);
            Profile after = before;
            for (ProfileAmendment amendment : command.amendments()) {
                after = amendment.in(after);
            }
            List<Breach> breaches = ProfileRules.breaches(after, command.amendments(), year);
            outcomes.add(breaches.isEmpty() ? new ProfileOutcome.Kept(after) : new ProfileOutcome.Unfit(breaches));
            if (breaches.isEmpty() && !after.equals(before)) {
                profiles.put(command.learnerId(), after);
                changes.add(new ReplaceProfile(command.learnerId(), after, true, command.cause()));
            }
        }
        directory.save(changes);
        return outcomes;
    }
}
