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
import org.laurel.kit.consume.Consumption;

/**
 * Stops a wave of revocations before it commits. When too great a share of a course run's certificates would be taken back
 * within an hour, the course run's brake engages: its facts are kept and nothing is written or told until an operator has
 * looked. When events would take too many back in all, consumption itself waits; when a request or a job would, its course
 * runs are held.
 */
@ApplicationScoped
class RevocationBrake {

    static final String COURSE = "course:";

    private final Brake brake;
    private final RevocationTally tally;
    private final Consumption consumption;
    private final Clock clock;
    private final double share;
    private final long floor;
    private final long rate;

    RevocationBrake(
            Brake brake,
            RevocationTally tally,
            Consumption consumption,
            Clock clock,
            @ConfigProperty(name = "laurel.brake.revocation-share", defaultValue = "0.02") double share,
            @ConfigProperty(name = "laurel.brake.revocation-floor", defaultValue = "5") long floor,
            @ConfigProperty(name = "laurel.brake.revocation-rate", defaultValue = "500") long rate) {
        this.brake = brake;
        this.tally = tally;
        this.consumption = consumption;
        this.clock = clock;
        this.share = share;
        this.floor = floor;
        this.rate = rate;
    }

    /** Those of the course runs whose brake is on. */
    Set<CourseKey> engaged(Set<CourseKey> courses) {
        if (courses.isEmpty()) {
            return Set.of();
        }
        Set<String> engaged =
                brake.engaged(courses.stream().map(RevocationBrake::subject).toList());
        return courses.stream()
                .filter(course -> engaged.contains(subject(course)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The course runs whose changes are held back. What is taken back in the others is counted.
     *
     * @throws BrakeEngaged when too much would be taken back in all
     */
    Set<CourseKey> held(List<Change> changes) {
        Set<CourseKey> courses =
                changes.stream().map(change -> change.key().courseKey()).collect(Collectors.toSet());
        Set<CourseKey> held = new HashSet<>(engaged(courses));
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
        for (CourseKey course : exceedingTheirShare(revoked, before)) {
            if (engages(
                    course,
                    "A greater share of the course run's certificates than usual would be taken back.",
                    revoked.getOrDefault(course, 0L) + before.of(course) + " within an hour, more than " + share * 100
                            + " % of those granted")) {
                held.add(course);
            }
        }
        Map<CourseKey, Long> counted = withoutReleased(without(revoked, held));
        long inAll = before.total()
                + counted.values().stream().mapToLong(Long::longValue).sum();
        if (inAll > rate && !counted.isEmpty()) {
            held.addAll(holdTheRest(counted.keySet(), inAll + " within an hour, " + rate + " are allowed"));
            // What goes through because an operator has just released consumption counts for nobody else.
            counted = consumption.isUnderWay() ? Map.of() : without(counted, held);
        }
        if (!counted.isEmpty()) {
            tally.add(counted, now);
        }
        return held;
    }

    /** Those taken back within the hour belong to the course run's certificates too. */
    private Set<CourseKey> exceedingTheirShare(Map<CourseKey, Long> revoked, RevocationTally.LastHour before) {
        Map<CourseKey, Long> enough = new HashMap<>();
        revoked.forEach((course, count) -> {
            long inTheHour = count + before.of(course);
            if (inTheHour >= floor) {
                enough.put(course, Math.max(1, (long) Math.ceil(inTheHour / share) - before.of(course)));
            }
        });
        return enough.isEmpty() ? Set.of() : tally.withFewerThan(enough);
    }

    /** What an operator has just released counts for nobody else. */
    private Map<CourseKey, Long> withoutReleased(Map<CourseKey, Long> revoked) {
        Set<String> released = revoked.isEmpty()
                ? Set.of()
                : brake.inGrace(
                        revoked.keySet().stream().map(RevocationBrake::subject).toList());
        Map<CourseKey, Long> rest = new HashMap<>(revoked);
        rest.keySet().removeIf(course -> released.contains(subject(course)));
        return rest;
    }

    /** Too much in all: consumption waits. What a request or a job would take back concerns its own course runs only. */
    private Set<CourseKey> holdTheRest(Set<CourseKey> courses, String figures) {
        String reason = "More certificates than usual would be taken back.";
        if (!consumption.isUnderWay()) {
            return courses.stream()
                    .filter(course -> engages(course, reason, figures))
                    .collect(Collectors.toSet());
        }
        if (brake.engage(Brake.CONSUMER, reason, figures)) {
            throw new BrakeEngaged(Set.of(Brake.CONSUMER));
        }
        return Set.of();
    }

    private static Map<CourseKey, Long> without(Map<CourseKey, Long> counts, Set<CourseKey> courses) {
        Map<CourseKey, Long> rest = new HashMap<>(counts);
        rest.keySet().removeAll(courses);
        return rest;
    }

    private boolean engages(CourseKey course, String reason, String figures) {
        return brake.engage(subject(course), reason, figures);
    }

    static String subject(CourseKey course) {
        return COURSE + course.value();
    }
}
