package org.laurel.enrollment.profile.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.profile.db.ProfileDirectory;
import org.laurel.enrollment.profile.domain.AmendProfile;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileRules;
import org.laurel.enrollment.profile.domain.ProfileRules.Breach;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Changes parts of profiles. Nobody is told: profiles stay here. */
@ApplicationScoped
public class ProfileAmending {

    private final KeyLocks locks;
    private final ProfileDirectory directory;
    private final Clock clock;

    ProfileAmending(KeyLocks locks, ProfileDirectory directory, Clock clock) {
        this.locks = locks;
        this.directory = directory;
        this.clock = clock;
    }

    /** Applies the commands in order; for each of them the rules that it breaks, in which case it changes nothing. */
    @Transactional
    public List<List<Breach>> apply(List<AmendProfile> commands) {
        List<LearnerId> ids =
                commands.stream().map(AmendProfile::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Profile> profiles = directory.find(ids);
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        List<List<Breach>> outcomes = new ArrayList<>();
        List<ReplaceProfile> changes = new ArrayList<>();
        for (AmendProfile command : commands) {
            Profile before = profiles.getOrDefault(command.learnerId(), Profile.EMPTY);
            Profile after = before;
            for (ProfileAmendment amendment : command.amendments()) {
                after = amendment.in(after);
            }
            List<Breach> breaches = ProfileRules.breaches(after, command.amendments(), year);
            outcomes.add(breaches);
            if (breaches.isEmpty() && !after.equals(before)) {
                profiles.put(command.learnerId(), after);
                changes.add(new ReplaceProfile(command.learnerId(), after, command.cause()));
            }
        }
        directory.save(changes);
        return outcomes;
    }
}
