package org.laurel.enrollment.retirement.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states that a retirement goes through, in their order: the first is that of a request, dead ends are never left
 * (retirement, states).
 *
 * @param names in order, without repetition
 */
public record RetirementStates(List<String> names) {

    public static final String PENDING = "PENDING";
    public static final String COMPLETE = "COMPLETE";

    private static final Set<String> DEAD_ENDS = Set.of("ERRORED", "ABORTED", COMPLETE);

    /** @throws IllegalArgumentException unless the list begins with PENDING, has every dead end and nothing twice */
    public RetirementStates {
        names = List.copyOf(names);
        if (names.isEmpty()
                || !names.getFirst().equals(PENDING)
                || !names.containsAll(DEAD_ENDS)
                || Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException(
                    "states of retirements begin with PENDING, contain ERRORED, ABORTED and COMPLETE and none twice");
        }
    }

    /** Why a state cannot follow another, null when it can. */
    public @Nullable String objection(String from, String to) {
        if (!names.contains(to)) {
            return "There is no state of this name.";
        }
        if (isDeadEnd(from)) {
            return "The retirement has come to a dead end.";
        }
        return isDeadEnd(to) || order(to) > order(from) ? null : "States only go forward.";
    }

    public boolean isDeadEnd(String state) {
        return DEAD_ENDS.contains(state);
    }

    /** The place of a state, from 1; after all others for one that is not in the list any more. */
    public int order(String state) {
        int index = names.indexOf(state);
        return (index < 0 ? names.size() : index) + 1;
    }

    /** The state of a learner whose personal data is erased here: the last one that work is done in. */
    public String worked() {
        return names.stream().filter(name -> !isDeadEnd(name)).toList().getLast();
    }
}
