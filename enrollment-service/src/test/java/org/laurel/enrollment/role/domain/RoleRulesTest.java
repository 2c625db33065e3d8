package org.laurel.enrollment.role.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class RoleRulesTest {

    private static final CourseKey RUN = new CourseKey("course-v1:Org+A+R1");
    private static final RoleKey KEY = new RoleKey(new LearnerId("7"), new RoleScope.Run(RUN), AccessRole.STAFF);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** A fact that a platform tells. */
    record Told(int second, String id, boolean isMember) {

        SetRole command() {
            FactOrder place =
                    new FactOrder(NOON.plusSeconds(second), -1, FactKind.COURSE_ROLE_REQUESTED.rank(), "/platform", id);
            return new SetRole(KEY, isMember, new BusinessTime.Told(place), Cause.of("/platform", id));
        }
    }

    @Property
    void endsTheSameInWhateverOrderFactsArrive(@ForAll("arrivals") List<List<Told>> arrivals) {
        // Given two orders of the same facts

        // When
        Set<Boolean> ends = new HashSet<>();
        arrivals.forEach(arrival -> ends.add(end(arrival)));

        // Then
        assertThat(ends).hasSize(1);
    }

    @Provide
    Arbitrary<List<List<Told>>> arrivals() {
        Arbitrary<Told> facts = Arbitraries.integers()
                .between(0, 4)
                .flatMap(second ->
                        Arbitraries.of("a", "b").map(id -> new Told(second, id, (second + id.charAt(0)) % 3 == 0)));
        return facts.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(list -> Arbitraries.shuffle(list).map(shuffled -> List.of(list, shuffled)));
    }

    private static boolean end(List<Told> arrival) {
        CourseRole current = null;
        FactOrder newest = null;
        for (Told told : arrival) {
            SetRole command = told.command();
            if (RoleRules.decide(current, newest, command) instanceof RoleOutcome.Changed changed) {
                assertThat(changed.after().version()).isEqualTo(current == null ? 1 : current.version() + 1);
                current = changed.after();
            }
            FactOrder place = command.time().placeAfter(newest);
            newest = newest == null || place.isAfter(newest) ? place : newest;
        }
        return current != null && current.isMember();
    }

    @Test
    void takesNothingAwayThatWasNeverGiven() {
        // Given
        SetRole command = new Told(0, "a", false).command();

        // When
        RoleOutcome outcome = RoleRules.decide(null, null, command);

        // Then
        assertThat(outcome).isEqualTo(new RoleOutcome.Unchanged(null));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Org | ''                   | RUN_ORG",
                "Org | course-v1:Org+A+R1   | RUN",
                "''  | ''                   | NOWHERE"
            },
            delimiter = '|')
    void readsAScopeAsItIsStored(String org, String courseKey, String kind) {
        // Given
        @Nullable RoleScope expected = switch (kind) {
            case "RUN" -> new RoleScope.Run(RUN);
            case "RUN_ORG" -> new RoleScope.Organisation("Org");
            default -> new RoleScope.Everywhere();
        };

        // When
        RoleScope scope = RoleScope.of(org, courseKey);

        // Then
        assertThat(scope).isEqualTo(expected);
        assertThat(scope.org()).isEqualTo(org);
        assertThat(scope.courseKeyText()).isEqualTo(courseKey);
    }

    @ParameterizedTest
    @CsvSource({
        "course-v1:Org+A+R1,   true",
        "course-v1:Org+A+R2,   false",
        "course-v1:Whole+B+R1, true",
        "course-v1:whole+B+R1, false",
        "ccx-v1:Whole+B+R1+ccx@1, true",
        "Whole/B/R1,           true"
    })
    void courseStaffOfAnOrganisationAreStaffOfItsRuns(String courseKey, boolean covered) {
        // Given
        StaffScope scope = new StaffScope(Set.of(RUN), Set.of("Whole"));

        // When
        boolean covers = scope.covers(new CourseKey(courseKey));

        // Then
        assertThat(covers).isEqualTo(covered);
    }
}
