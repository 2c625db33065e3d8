package org.laurel.enrollment.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Assign;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class PlacementRulesTest {

    private static final LearnerId ADA = new LearnerId("7");
    private static final CourseKey RUN = new CourseKey("course-v1:Org+A+R1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Cause CAUSE = Cause.of("/platform", "1");

    /** A fact that a platform tells; no two are of the same second. */
    record Told(int second, long cohort, boolean enters) {

        PlacementCommand command() {
            BusinessTime time =
                    new BusinessTime.Told(new FactOrder(NOON.plusSeconds(second), -1, 2, "/platform", "e" + second));
            CohortKey key = new CohortKey(RUN, cohort);
            return enters ? new Enter(ADA, key, time, CAUSE) : new Leave(ADA, key, time, CAUSE);
        }
    }

    @Property
    void endsInTheSameCohortInWhateverOrderFactsArrive(@ForAll("arrivals") List<Told> arrival) {
        // Given
        Long expected = null;
        for (Told told :
                arrival.stream().sorted(Comparator.comparingInt(Told::second)).toList()) {
            expected = told.enters()
                    ? (Long) told.cohort()
                    : expected != null && expected == told.cohort() ? null : expected;
        }

        // When
        Long end = end(arrival.stream().map(Told::command).toList());

        // Then
        assertThat(end).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Told>> arrivals() {
        Arbitrary<Told> facts = Arbitraries.integers()
                .between(0, 20)
                .flatMap(second -> Arbitraries.longs()
                        .between(1, 3)
                        .flatMap(
                                cohort -> Arbitraries.of(true, false).map(enters -> new Told(second, cohort, enters))));
        return facts.list().ofMaxSize(8).uniqueElements(Told::second);
    }

    @Property
    void givesWayToWhateverIsToldWheneverAnAssignmentComes(
            @ForAll("arrivals") List<Told> arrival, @ForAll boolean first) {
        // Given
        Assign assign = new Assign(ADA, new CohortKey(RUN, 9), NOON.plusSeconds(10), CAUSE);
        List<PlacementCommand> told = arrival.stream().map(Told::command).toList();
        Long expected = arrival.stream().noneMatch(Told::enters) ? (Long) 9L : end(told);

        // When
        Long end = end(first ? concat(List.of(assign), told) : concat(told, List.of(assign)));

        // Then
        assertThat(end).isEqualTo(expected);
    }

    @Test
    void aRequestMovesWhateverTheTime() {
        // Given
        Told future = new Told(900, 1, true);
        BusinessTime now = new BusinessTime.Asked(NOON, "r");

        // When
        Long end = end(List.of(
                future.command(),
                new Enter(ADA, new CohortKey(RUN, 2), now, CAUSE),
                new Leave(ADA, new CohortKey(RUN, 1), now, CAUSE)));

        // Then
        assertThat(end).isEqualTo(2);
        assertThat(end(List.of(future.command(), new Leave(ADA, new CohortKey(RUN, 1), now, CAUSE))))
                .isNull();
    }

    private static List<PlacementCommand> concat(List<PlacementCommand> one, List<? extends PlacementCommand> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Folds the commands as they come and returns the cohort in the end, null for none. */
    private static @Nullable Long end(List<? extends PlacementCommand> commands) {
        Membership current = null;
        FactOrder entry = null;
        Map<Long, FactOrder> exits = new HashMap<>();
        for (PlacementCommand command : commands) {
            long cohort = command.cohort().id();
            switch (PlacementRules.decide(command, new PlacementRules.Known(current, entry, exits.get(cohort)))) {
                case Placement.Enters enters -> {
                    entry = enters.entry() == null ? entry : enters.entry();
                    current = new Membership(ADA, command.cohort(), "C", true, 1, enters.since());
                }
                case Placement.Leaves leaves -> {
                    entry = leaves.entry() == null ? entry : leaves.entry();
                    if (leaves.exit() != null) {
                        exits.put(cohort, leaves.exit());
                    }
                    current = null;
                }
                case Placement.Stays stays -> {
                    if (stays.exit() != null) {
                        exits.put(cohort, stays.exit());
                    }
                }
            }
        }
        return current == null ? null : (Long) current.cohort().id();
    }
}
