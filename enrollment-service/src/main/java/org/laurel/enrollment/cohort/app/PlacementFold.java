package org.laurel.enrollment.cohort.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortFact;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.enrollment.cohort.domain.Placement;
import org.laurel.enrollment.cohort.domain.PlacementCommand;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.cohort.domain.PlacementOutcome.Entered;
import org.laurel.enrollment.cohort.domain.PlacementOutcome.Left;
import org.laurel.enrollment.cohort.domain.PlacementOutcome.Unchanged;
import org.laurel.enrollment.cohort.domain.PlacementRules;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** Applies commands to what was loaded, in order, and gathers what is to be stored and told. */
final class PlacementFold {

    private record Key(LearnerId learnerId, CohortKey cohort) {}

    private final Map<Key, Membership> rows = new HashMap<>();
    private final Map<Seat, Membership> current = new HashMap<>();
    private final Map<CohortKey, Cohort> cohorts;
    private final Map<Subject, FactOrder> newest;

    private final Map<Key, MembershipTable.Change> changes = new LinkedHashMap<>();
    final Map<Subject, FactOrder> places = new HashMap<>();
    final List<CohortFact> news = new ArrayList<>();

    PlacementFold(List<Membership> memberships, Map<CohortKey, Cohort> cohorts, Map<Subject, FactOrder> newest) {
        this.cohorts = cohorts;
        this.newest = newest;
        memberships.forEach(this::take);
    }

    List<MembershipTable.Change> changes() {
        return List.copyOf(changes.values());
    }

    PlacementOutcome apply(PlacementCommand command) {
        Seat seat = command.seat();
        Subject exit = seat.exit(command.cohort().id());
        Membership before = current.get(seat);
        Placement placement = PlacementRules.decide(
                command, new PlacementRules.Known(before, newest.get(seat.entry()), newest.get(exit)));
        return switch (placement) {
            case Placement.Enters enters -> {
                remember(seat.entry(), enters.entry());
                yield enter(command, enters, before);
            }
            case Placement.Leaves leaves -> {
                remember(seat.entry(), leaves.entry());
                remember(exit, leaves.exit());
                yield before == null ? new Unchanged() : leave(command, leaves, before);
            }
            case Placement.Stays stays -> {
                remember(exit, stays.exit());
                yield new Unchanged();
            }
        };
    }

    private PlacementOutcome enter(PlacementCommand command, Placement.Enters enters, @Nullable Membership before) {
        if (before != null && before.cohort().equals(command.cohort())) {
            return new Unchanged();
        }
        if (before != null) {
            change(before.changed(false, name(before.cohort()), enters.since()), command.cause());
        }
        String name = name(command.cohort());
        Membership former = rows.get(new Key(command.learnerId(), command.cohort()));
        Membership after = former == null
                ? new Membership(command.learnerId(), command.cohort(), name, true, 1, enters.since())
                : former.changed(true, name, enters.since());
        change(after, command.cause());
        return new Entered(before, after);
    }

    private PlacementOutcome leave(PlacementCommand command, Placement.Leaves leaves, Membership before) {
        Membership after = before.changed(false, name(before.cohort()), leaves.since());
        change(after, command.cause());
        return new Left(after);
    }

    private void change(Membership after, Cause cause) {
        take(after);
        changes.put(new Key(after.learnerId(), after.cohort()), new MembershipTable.Change(after, cause));
        news.add(new CohortFact.MembershipChanged(after, cause));
    }

    private void take(Membership membership) {
        rows.put(new Key(membership.learnerId(), membership.cohort()), membership);
        if (membership.isMember()) {
            current.put(membership.seat(), membership);
        } else {
            current.computeIfPresent(
                    membership.seat(), (seat, now) -> now.cohort().equals(membership.cohort()) ? null : now);
        }
    }

    private String name(CohortKey key) {
        Cohort cohort = cohorts.get(key);
        if (cohort == null) {
            throw new IllegalArgumentException("there is no cohort " + key.id() + " in " + key.courseKey());
        }
        return cohort.name();
    }

    private void remember(Subject subject, @Nullable FactOrder place) {
        if (place != null) {
            newest.put(subject, place);
            places.put(subject, place);
        }
    }
}
