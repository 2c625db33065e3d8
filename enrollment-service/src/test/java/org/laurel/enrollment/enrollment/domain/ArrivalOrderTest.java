package org.laurel.enrollment.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseModes;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
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
            @ForAll("facts") List<AdoptEnrollment> facts, @ForAll long seed) {
        // Given
        List<AdoptEnrollment> arrivals = new ArrayList<>(facts);
        arrivals.addAll(facts);
        Collections.shuffle(arrivals, new Random(seed));

        // When
        State shuffled = fold(arrivals);

        // Then
        State inOrder = fold(facts.stream()
                .sorted((one, other) ->
                        one.time().place().compareTo(other.time().place()))
                .toList());
        assertThat(shuffled).isEqualTo(inOrder);
    }

    @Provide
    Arbitrary<List<AdoptEnrollment>> facts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("audit", "verified", "unknown"),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 1000))
                .as(ArrivalOrderTest::fact)
                .list()
                .uniqueElements(fact -> fact.time().place())
                .ofMaxSize(8);
    }

    private static AdoptEnrollment fact(int second, String mode, boolean active, int id) {
        FactOrder place = new FactOrder(NOON.plusSeconds(second), FactOrder.NO_SEQUENCE, 2, "/platform", "e" + id);
        return new AdoptEnrollment(KEY, mode, active, new BusinessTime.Told(place), Cause.of("platform", "e" + id));
    }

    private State fold(List<AdoptEnrollment> arrivals) {
        State state = new State(null, false);
        Enrollment current = null;
        FactOrder newest = null;
        for (AdoptEnrollment fact : arrivals) {
            EnrollmentFacts facts = new EnrollmentFacts(true, run(), current, newest, 0);
            if (rules.decide(fact, facts) instanceof Become become) {
                newest = fact.time().place();
                current = Enrollment.created(KEY, become.mode(), become.isActive(), NOON);
                state = new State(become.mode(), become.isActive());
            }
        }
        return state;
    }

    private static CourseRun run() {
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
        CourseModes modes = new CourseModes(List.of(CourseMode.free("audit"), CourseMode.free("verified")));
        return new CourseRun(KEY.courseKey(), settings, 1, NOON, modes, 1);
    }

    private record State(@Nullable String mode, boolean active) {}
}
