package org.laurel.completion.standing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.laurel.completion.standing.db.AffectedRuns;
import org.laurel.completion.standing.db.RoleStore;
import org.laurel.completion.standing.domain.CourseRole;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/** Takes in who was given or lost a role. */
@ApplicationScoped
public class RoleRecording {

    private final KeyLocks locks;
    private final RoleStore roles;
    private final AffectedRuns runs;
    private final StandingFollower follower;

    RoleRecording(KeyLocks locks, RoleStore roles, AffectedRuns runs, StandingFollower follower) {
        this.locks = locks;
        this.roles = roles;
        this.runs = runs;
        this.follower = follower;
    }

    /** What one event tells. */
    public record Told(CourseRole role, Instant at, Cause cause) {}

    /** Keeps the newest version of each role; the order of arrival makes no difference. */
    @Transactional
    public void apply(List<Told> told) {
        locks.lock(told.stream().map(one -> one.role().learnerId().value()).toList());
        roles.save(told.stream().map(Told::role).toList());
        follower.follow(runs.of(told.stream()
                .map(one -> new AffectedRuns.Scope(
                        one.role().learnerId(),
                        one.role().courseKey(),
                        one.role().org(),
                        one.at(),
                        one.cause()))
                .toList()));
    }
}
