package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.certificates.issuance.db.RevocationTally;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.brake.BrakeEngaged;

/**
 * Stops a wave of revocations before it commits. When too great a share of a course run's certificates would be taken back
 * within an hour, the course run's brake engages: its facts are kept and nothing is written or told until an operator has
 * looked. When too many would be taken back in all, consumption itself waits.
 */
@ApplicationScoped
class RevocationBrake {

    static final String COURSE = "course:";

    private final Brake brake;
    private final RevocationTally tally;
    private final Clock clock;
    private final double share;
    private final long floor;
    private final long rate;

    RevocationBrake(
            Brake brake,
            RevocationTally tally,
            Clock clock,
            @ConfigProperty(name = "laurel.brake.revocation-share", defaultValue = "0.02") double share,
            @ConfigProperty(name = "laurel.brake.revocation-floor", defaultValue = "20") long floor,
            @ConfigProperty(name = "laurel.brake.revocation-rate", defaultValue = "500") long rate) {
        this.brake = brake;
        this.tally = tally;
        this.clock = clock;
        this.share = share;
        this.floor = floor;
        this.rate = rate;
    }

    /**
     * The course runs whose changes are held back. What is taken back in the others is counted.
     *
     * @throws BrakeEngaged when too much would be taken back in all
     */
    Set<CourseKey> held(List<Change> changes) {
        Set<CourseKey> courses =
                changes.stream().map(change -> change.key().courseKey()).collect(Collectors.toSet());
        if (courses.isEmpty()) {
            return Set.of();
        }
        Set<String> engaged =
                brake.engaged(courses.stream().map(RevocationBrake::subject).toList());
        Set<CourseKey> held = courses.stream()
                .filter(course -> engaged.contains(subject(course)))
                .collect(Collectors.toCollection(HashSet::new));
        Map<CourseKey, Long> revoked = new HashMap<>();
        for (Change change : changes) {
            if (change.required().revokes() && !held.contains(change.key().courseKey())) {
                revoked.merge(change.key().courseKey(), 1L, Long::sum);
            }
        }
        if (!revoked.isEmpty()) {
            held.addAll(check(revoked));
        }
        return held;
    }

    private Set<CourseKey> check(Map<CourseKey, Long> revoked) {
        Instant now = clock.instant();
        RevocationTally.LastHour before = tally.lastHour(List.copyOf(revoked.keySet()), now);
        Set<CourseKey> held = new HashSet<>();
        revoked.forEach((course, count) -> {
            long inTheHour = count + before.byCourse().getOrDefault(course, 0L);
            if (inTheHour >= floor
                    && exceedsShare(course, inTheHour, inTheHour - count)
                    && engages(course, inTheHour)) {
                held.add(course);
            }
        });
        Map<CourseKey, Long> effective = new HashMap<>(revoked);
        effective.keySet().removeAll(held);
        // What an operator has just released counts for nobody else.
        effective.keySet().removeIf(course -> !brake.mayEngage(subject(course)));
        long inAll = before.total()
                + effective.values().stream().mapToLong(Long::longValue).sum();
        if (inAll > rate
                && !effective.isEmpty()
                && brake.engage(
                        Brake.CONSUMER,
                        "More certificates than usual would be taken back.",
                        inAll + " within an hour, " + rate + " are allowed")) {
            throw new BrakeEngaged(Set.of(Brake.CONSUMER));
        }
        if (!effective.isEmpty()) {
            tally.add(effective, now);
        }
        return held;
    }

    /** Those taken back within the hour belong to the course run's certificates too. */
    private boolean exceedsShare(CourseKey course, long inTheHour, long alreadyTaken) {
        long enough = (long) Math.ceil(inTheHour / share) - alreadyTaken;
        return tally.hasFewerThan(course, Math.max(1, enough));
    }

    private boolean engages(CourseKey course, long inTheHour) {
        return brake.engage(
                subject(course),
                "A greater share of the course run's certificates than usual would be taken back.",
                inTheHour + " within an hour, more than " + share * 100 + " % of those granted");
    }

    static String subject(CourseKey course) {
        return COURSE + course.value();
    }
}
