package org.laurel.enrollment.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class CourseRunMergeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final CourseKey KEY = new CourseKey("course-v1:Test+Merge+R1");

    @Property
    void endsInTheSameSettingsWhateverTheOrderAndHoweverOftenFactsCome(
            @ForAll("facts") List<SubmitCourseRun> facts, @ForAll long seed) {
        // Given
        List<SubmitCourseRun> arrivals = new ArrayList<>(facts);
        arrivals.addAll(facts);
        Collections.shuffle(arrivals, new Random(seed));

        // When
        CourseRun merged = fold(arrivals);

        // Then
        List<SubmitCourseRun> ordered = facts.stream()
                .sorted(Comparator.comparing(CourseRunMergeTest::place))
                .toList();
        assertThat(merged.settings()).isEqualTo(memberByMember(ordered));
        assertThat(merged.settings()).isEqualTo(fold(ordered).settings());
    }

    @Property
    void remembersForEveryMemberTheNewestFactThatToldIt(@ForAll("facts") List<SubmitCourseRun> facts) {
        // Given
        Map<Subject, FactOrder> newest = new HashMap<>();

        // When
        facts.forEach(fact -> newest.putAll(new CourseRunTimes(KEY, newest).learned(place(fact), fact.told())));

        // Then
        CourseRunTimes times = new CourseRunTimes(KEY, newest);
        for (CourseRunMember member : CourseRunMember.ALL) {
            facts.stream()
                    .filter(fact -> fact.told().contains(member))
                    .forEach(fact ->
                            assertThat(times.newer(place(fact), Set.of(member))).isEmpty());
        }
    }

    @Test
    void givesARequestForAllMembersTheLastPlace() {
        // Given
        FactOrder ahead = new FactOrder(NOON.plusSeconds(90), 7, 2, "/platform", "e1");
        Subject start = Subject.courseRunMember(KEY, "start");

        // When
        FactOrder place = new CourseRunTimes(KEY, Map.of(start, ahead)).place(new BusinessTime.Asked(NOON, "request"));

        // Then
        assertThat(place.isAfter(ahead)).isTrue();
    }

    @Test
    void givesADatedRequestThePlaceAfterFactsOfItsVeryTime() {
        // Given
        FactOrder same = new FactOrder(NOON, 7, 2, "/platform", "e1");
        FactOrder later = new FactOrder(NOON.plusSeconds(90), 9, 2, "/platform", "e2");
        Map<Subject, FactOrder> places =
                Map.of(Subject.courseRunMember(KEY, "start"), same, Subject.courseRunMember(KEY, "end"), later);

        // When
        FactOrder place = new CourseRunTimes(KEY, places).place(new BusinessTime.Dated(NOON, "request"));

        // Then
        assertThat(place.isAfter(same)).isTrue();
        assertThat(place.isAfter(later)).isFalse();
    }

    @Provide
    Arbitrary<List<SubmitCourseRun>> facts() {
        Arbitrary<Set<CourseRunMember>> members =
                Arbitraries.of(CourseRunMember.class).set();
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, members), Tuple.of(1, Arbitraries.just(CourseRunMember.ALL))),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1000))
                .as(CourseRunMergeTest::fact)
                .list()
                .uniqueElements(CourseRunMergeTest::place)
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static SubmitCourseRun fact(int second, Set<CourseRunMember> told, int value, int id) {
        FactOrder place = new FactOrder(NOON.plusSeconds(second), FactOrder.NO_SEQUENCE, 2, "/platform", "e" + id);
        CourseRunSettings settings = CourseRunSettings.usual(KEY).taking(told, settings(value));
        return new SubmitCourseRun(KEY, settings, told, new BusinessTime.Told(place), Cause.of("platform", "e" + id));
    }

    /** Settings that differ in every member that can take so many values. */
    private static CourseRunSettings settings(int value) {
        Instant time = NOON.plusSeconds(value);
        boolean odd = value % 2 == 1;
        return new CourseRunSettings(
                value == 0 ? null : "Name " + value,
                "Org" + value,
                time,
                value == 0 ? null : time,
                new EnrollmentWindow(time, time, odd, value == 0 ? null : value),
                odd,
                new CertificateDisplay(odd ? "early_no_info" : "end_with_date", time),
                odd,
                odd,
                odd,
                odd);
    }

    private static CourseRun fold(List<SubmitCourseRun> facts) {
        @Nullable CourseRun run = null;
        Map<Subject, FactOrder> newest = new HashMap<>();
        for (SubmitCourseRun fact : facts) {
            CourseRunTimes times = new CourseRunTimes(KEY, newest);
            run = switch (CourseRules.decide(run, times, fact)) {
                case CourseOutcome.Changed changed -> changed.after();
                case CourseOutcome.Unchanged unchanged -> unchanged.run();
                default -> throw new AssertionError("submitting makes a run known");
            };
            newest.putAll(times.learned(place(fact), fact.told()));
        }
        if (run == null) {
            throw new AssertionError("no facts");
        }
        return run;
    }

    /** What the settings have to be: for each member the value of the last fact that tells it. */
    private static CourseRunSettings memberByMember(List<SubmitCourseRun> ordered) {
        CourseRunSettings settings = CourseRunSettings.usual(KEY);
        for (SubmitCourseRun fact : ordered) {
            settings = settings.taking(fact.told(), fact.settings());
        }
        return settings;
    }

    private static FactOrder place(SubmitCourseRun fact) {
        return ((BusinessTime.Told) fact.time()).place();
    }
}
