package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.enrollment.cohort.db.CohortTable;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.db.PreassignmentTable;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortEntry;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Assign;
import org.laurel.enrollment.cohort.domain.RandomCohort;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/**
 * Gives learners a cohort who have none: the one that waits for their email address, else, where cohorts count, a random one.
 * Where there is no random one it is made.
 */
@ApplicationScoped
class CohortEntering {

    private final KeyLocks locks;
    private final CohortTable cohorts;
    private final MembershipTable memberships;
    private final PreassignmentTable preassignments;
    private final CohortPlacement placement;

    CohortEntering(
            KeyLocks locks,
            CohortTable cohorts,
            MembershipTable memberships,
            PreassignmentTable preassignments,
            CohortPlacement placement) {
        this.locks = locks;
        this.cohorts = cohorts;
        this.memberships = memberships;
        this.preassignments = preassignments;
        this.placement = placement;
    }

    /** Applies the entries; whoever has a cohort keeps it. Where there are no cohorts it costs one look. */
    @Transactional
    public void apply(List<CohortEntry> all) {
        if (all.isEmpty()) {
            return;
        }
        locks.lock(all.stream().map(entry -> entry.seat().learnerId().value()).toList());
        List<CourseKey> courseKeys =
                all.stream().map(entry -> entry.seat().courseKey()).distinct().toList();
        locks.hold(CohortLocks.of(courseKeys));
        Set<CourseKey> used = cohorts.mayBeEntered(courseKeys);
        List<CohortEntry> entries = all.stream()
                .filter(entry -> used.contains(entry.seat().courseKey()))
                .toList();
        if (!entries.isEmpty()) {
            enter(entries);
        }
    }

    private void enter(List<CohortEntry> entries) {
        Set<Seat> seats = entries.stream().map(CohortEntry::seat).collect(Collectors.toSet());
        Map<Seat, CohortKey> waiting = new HashMap<>();
        preassignments.ofSeats(seats).forEach(each -> waiting.put(each.seat(), each.cohort()));
        Set<Seat> placed = memberships.ofSeats(seats).stream()
                .filter(Membership::isMember)
                .map(Membership::seat)
                .collect(Collectors.toSet());
        List<CohortEntry> needy =
                entries.stream().filter(entry -> !placed.contains(entry.seat())).toList();
        Map<CourseKey, List<Cohort>> random = random(needy.stream()
                .filter(entry -> entry.isEnrolled() && !waiting.containsKey(entry.seat()))
                .toList());
        List<Assign> commands = new ArrayList<>();
        for (CohortEntry entry : needy) {
            CohortKey cohort = waiting.get(entry.seat());
            List<Cohort> choice = random.getOrDefault(entry.seat().courseKey(), List.of());
            if (cohort == null && entry.isEnrolled() && !choice.isEmpty()) {
                cohort = RandomCohort.of(entry.seat(), choice).key();
            }
            if (cohort != null) {
                commands.add(new Assign(entry.seat().learnerId(), cohort, entry.at(), entry.cause()));
            }
        }
        if (!commands.isEmpty()) {
            placement.apply(commands);
        }
        preassignments.drop(waiting.keySet());
    }

    private Map<CourseKey, List<Cohort>> random(List<CohortEntry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Set<CourseKey> courseKeys =
                entries.stream().map(entry -> entry.seat().courseKey()).collect(Collectors.toSet());
        Map<CourseKey, List<Cohort>> random = byCourse(cohorts.randomWhereCohorted(courseKeys));
        Set<CourseKey> without = new HashSet<>(courseKeys);
        without.removeAll(random.keySet());
        if (without.isEmpty()) {
            return random;
        }
        cohorts.makeRandom(
                without, RandomCohort.DEFAULT_NAME, entries.getFirst().cause());
        return byCourse(cohorts.randomWhereCohorted(courseKeys));
    }

    private static Map<CourseKey, List<Cohort>> byCourse(List<Cohort> cohorts) {
        return cohorts.stream()
                .collect(Collectors.groupingBy(cohort -> cohort.key().courseKey()));
    }
}
