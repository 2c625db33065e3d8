package org.laurel.enrollment.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseModes;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Wait;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class ArrivalOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EnrollmentKey KEY =
            new EnrollmentKey(new LearnerId("42"), new CourseKey("course-v1:Test+Order+R1"));

    private final EnrollmentRules rules = new EnrollmentRules("audit");

    @Property
    void endsInTheSameStateWhateverTheOrderAndHoweverOftenFactsCome(
            @ForAll("facts") List<AdoptEnrollment> facts,
            @ForAll long seed,
            @ForAll @IntRange(max = 16) int runKnownAfter,
            @ForAll @IntRange(max = 16) int modesKnownAfter,
            @ForAll @IntRange(max = 16) int modeAddedAfter) {
        // Given
        List<AdoptEnrollment> arrivals = new ArrayList<>(facts);
        arrivals.addAll(facts);
        Collections.shuffle(arrivals, new Random(seed));

        // When
        State shuffled = fold(arrivals, runKnownAfter, modesKnownAfter, modeAddedAfter);

        // Then
        assertThat(shuffled).isEqualTo(fold(inOrder(facts), 0, 0, 0));
    }

    @Provide
    Arbitrary<List<AdoptEnrollment>> facts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("audit", "verified", "masters", "unknown"),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 1000))
                .as(ArrivalOrderTest::fact)
                .list()
                .uniqueElements(fact -> fact.time().place())
                .ofMaxSize(8);
    }

    private static AdoptEnrollment fact(int second, String mode, boolean active, int id) {
        FactOrder place = new FactOrder(NOON.plusSeconds(second), FactOrder.NO_SEQUENCE, 2, "/platform", "e" + id);
        return new AdoptEnrollment(
                KEY, mode, active, null, new BusinessTime.Told(place), Cause.of("platform", "e" + id));
    }

    /** The run, its first list of modes and one more mode become known after so many arrivals, at the end at the latest. */
    private State fold(List<AdoptEnrollment> arrivals, int runKnownAfter, int modesKnownAfter, int modeAddedAfter) {
        State state = new State(rules);
        for (int i = 0; i < arrivals.size(); i++) {
            if (i == modeAddedAfter) {
                state.learn(run("audit", "verified", "masters"));
            } else if (i == modesKnownAfter && i < modeAddedAfter) {
                state.learn(run("audit", "verified"));
            } else if (i == runKnownAfter && i < modesKnownAfter && i < modeAddedAfter) {
                state.learn(run());
            }
            state.take(arrivals.get(i));
        }
        state.learn(run("audit", "verified", "masters"));
        return state;
    }

    private static List<AdoptEnrollment> inOrder(Collection<AdoptEnrollment> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(fact -> fact.time().place()))
                .toList();
    }

    /** Without modes it is a run whose modes nobody has told. */
    private static CourseRun run(String... slugs) {
        CourseRunSettings settings = new CourseRunSettings(
                null,
                "Test",
                null,
                null,
                new EnrollmentWindow(null, null, false, null),
                false,
                CertificateDisplay.USUAL,
                false,
                true,
                false,
                false);
        CourseModes modes =
                new CourseModes(Stream.of(slugs).map(CourseMode::free).toList());
        return new CourseRun(KEY.courseKey(), settings, 1, NOON, modes, slugs.length == 0 ? 0 : 1);
    }

    /** An enrollment and what waits for it. Equal when both are. */
    private static final class State {

        private final EnrollmentRules rules;
        private final Set<AdoptEnrollment> waiting = new HashSet<>();
        private @Nullable CourseRun run;
        private @Nullable Enrollment current;
        private @Nullable FactOrder newest;

        private State(EnrollmentRules rules) {
            this.rules = rules;
        }

        private void learn(CourseRun known) {
            run = known;
            List<AdoptEnrollment> retried = inOrder(waiting);
            waiting.clear();
            retried.forEach(this::take);
            // What still waits although a newer one was taken could only lose.
            waiting.removeIf(fact -> newest != null && !fact.time().place().isAfter(newest));
        }

        private void take(AdoptEnrollment fact) {
            switch (rules.decide(fact, new EnrollmentFacts(true, run, current, newest, 0, false, null))) {
                case Become become -> {
                    newest = fact.time().place();
                    current = Enrollment.created(KEY, become.mode(), become.isActive(), NOON);
                }
                case Wait wait -> waiting.add(fact);
                case Refuse refuse -> {}
                case EnrollmentDecision.Vetoed vetoed -> {}
                case Stay stay -> {}
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State state
                    && Objects.equals(current, state.current)
                    && Objects.equals(newest, state.newest)
                    && waiting.equals(state.waiting);
        }

        @Override
        public int hashCode() {
            return Objects.hash(current, newest, waiting);
        }

        @Override
        public String toString() {
            return current + " by " + newest + ", waiting: " + waiting;
        }
    }
}
