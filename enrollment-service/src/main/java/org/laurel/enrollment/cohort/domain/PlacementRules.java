package org.laurel.enrollment.cohort.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Assign;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.kit.domain.FactOrder;

/**
 * The rules of cohorts: a learner is in one at most, the one that was entered last by business time, unless it was left after
 * that. Entries and exits are remembered apart, so that they may arrive in any order.
 */
public final class PlacementRules {

    private PlacementRules() {}

    /**
     * What is known when a command is judged.
     *
     * @param current the cohort that the learner is in, null for none
     * @param entry place of the newest entry into any cohort of the course run, null when nobody ever told one
     * @param exit place of the newest exit from the command's cohort, null without one
     */
    public record Known(
            @Nullable Membership current,
            @Nullable FactOrder entry,
            @Nullable FactOrder exit) {

        private @Nullable FactOrder newest() {
            if (entry == null || exit == null) {
                return entry == null ? exit : entry;
            }
            return exit.isAfter(entry) ? exit : entry;
        }
    }

    /** Judges a command by what is known. */
    public static Placement decide(PlacementCommand command, Known known) {
        return switch (command) {
            case Enter enter -> entered(enter, known);
            case Leave leave -> left(leave, known);
            case Assign assign -> assigned(assign, known);
        };
    }

    private static Placement entered(Enter enter, Known known) {
        FactOrder place = enter.time().placeAfter(known.newest());
        if (known.entry() != null && !place.isAfter(known.entry())) {
            return new Placement.Stays(null);
        }
        return known.exit() != null && known.exit().isAfter(place)
                ? new Placement.Leaves(place.occurredAt(), place, null)
                : new Placement.Enters(place.occurredAt(), place);
    }

    private static Placement left(Leave leave, Known known) {
        FactOrder place = leave.time().placeAfter(known.newest());
        if (known.exit() != null && !place.isAfter(known.exit())) {
            return new Placement.Stays(null);
        }
        boolean ends = known.current() != null
                && known.current().cohort().equals(leave.cohort())
                && (known.entry() == null || place.isAfter(known.entry()));
        return ends ? new Placement.Leaves(place.occurredAt(), null, place) : new Placement.Stays(place);
    }

    private static Placement assigned(Assign assign, Known known) {
        return known.current() == null && known.newest() == null
                ? new Placement.Enters(assign.at(), null)
                : new Placement.Stays(null);
    }
}
