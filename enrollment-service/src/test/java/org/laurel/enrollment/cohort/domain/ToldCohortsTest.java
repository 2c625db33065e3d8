package org.laurel.enrollment.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class ToldCohortsTest {

    private static final CourseKey RUN = new CourseKey("course-v1:Org+A+R1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final CohortKey OWN = new CohortKey(RUN, CohortKey.FIRST_OWN_ID);

    @Test
    void remembersTheNumberOfACohortThatWasMadeHere() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", null)), Map.of());

        // When
        CohortKey meant = cohorts.take(told(7, "Blue", 0));

        // Then
        assertThat(meant).isEqualTo(OWN);
        assertThat(cohorts.changes()).extracting(ToldCohorts.Change::cohort).containsExactly(own("Blue", 7L));
        assertThat(cohorts.renamed()).isEmpty();
        assertThat(cohorts.places()).containsEntry(Subject.cohort(RUN, OWN.id()), place(0));
    }

    @Test
    void renamesACohortThatWasMadeHereByItsNumber() {
        // Given
        ToldCohorts cohorts =
                new ToldCohorts(List.of(own("Blue", 7L)), Map.of(Subject.cohort(RUN, OWN.id()), place(0)));

        // When
        CohortKey meant = cohorts.take(told(7, "Green", 1));

        // Then
        assertThat(meant).isEqualTo(OWN);
        assertThat(cohorts.changes()).extracting(ToldCohorts.Change::cohort).containsExactly(own("Green", 7L));
        assertThat(cohorts.renamed()).containsOnlyKeys(OWN);
    }

    @Test
    void findsTheNumberAndTheNewNameInOneBatch() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", null)), Map.of());
        cohorts.take(told(7, "Blue", 0));

        // When
        CohortKey meant = cohorts.take(told(7, "Green", 1));

        // Then
        assertThat(meant).isEqualTo(OWN);
        assertThat(cohorts.changes()).extracting(ToldCohorts.Change::cohort).containsExactly(own("Green", 7L));
    }

    @Test
    void takesNoNameThatIsOlderThanTheOneItKnows() {
        // Given
        ToldCohorts cohorts =
                new ToldCohorts(List.of(own("Green", 7L)), Map.of(Subject.cohort(RUN, OWN.id()), place(1)));

        // When
        CohortKey meant = cohorts.take(told(7, "Blue", 0));

        // Then
        assertThat(meant).isEqualTo(OWN);
        assertThat(cohorts.changes()).isEmpty();
        assertThat(cohorts.places()).isEmpty();
    }

    @Test
    void makesACohortWhereTheNamesakeHasAnotherNumber() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", 7L)), Map.of());

        // When
        CohortKey meant = cohorts.take(told(8, "Blue", 0));

        // Then
        assertThat(meant).isEqualTo(new CohortKey(RUN, 8));
        assertThat(cohorts.changes()).extracting(ToldCohorts.Change::cohort).containsExactly(theirs(8, "Blue (8)"));
    }

    @Test
    void givesARenamedCohortItsNumberWhereTheNameIsTaken() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", 7L), theirs(8, "Green")), Map.of());

        // When
        cohorts.take(told(7, "Green", 0));

        // Then
        assertThat(cohorts.changes()).extracting(ToldCohorts.Change::cohort).containsExactly(own("Green (7)", 7L));
    }

    @Test
    void findsAPlatformsOwnCohortByNumberWhateverItsNamesakes() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", null), theirs(7, "Blue (7)")), Map.of());

        // When
        CohortKey meant = cohorts.take(told(7, "Blue", 0));

        // Then
        assertThat(meant).isEqualTo(new CohortKey(RUN, 7));
        assertThat(cohorts.changes()).isEmpty();
    }

    @Test
    void findsACohortThatWasMadeHereByOurNumberToo() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", 7L)), Map.of());

        // When
        CohortKey meant = cohorts.take(told(OWN.id(), "Blue", 0));

        // Then
        assertThat(meant).isEqualTo(OWN);
        assertThat(cohorts.changes()).isEmpty();
    }

    @Test
    void theNewestNameHoldsWhicheverNumberIsTold() {
        // Given
        ToldCohorts cohorts = new ToldCohorts(List.of(own("Blue", 7L)), Map.of());
        cohorts.take(told(7, "Green", 1));

        // When
        cohorts.take(told(OWN.id(), "Blue", 0));

        // Then
        assertThat(cohorts.changes()).extracting(ToldCohorts.Change::cohort).containsExactly(own("Green", 7L));
    }

    private static Cohort own(String name, @Nullable Long platformNumber) {
        return new Cohort(OWN, name, AssignmentType.MANUAL, null, platformNumber);
    }

    private static Cohort theirs(long number, String name) {
        return new Cohort(new CohortKey(RUN, number), name, AssignmentType.MANUAL, null, null);
    }

    private static ToldMembership told(long number, String name, int second) {
        return new ToldMembership(
                new LearnerId("7"),
                new CohortKey(RUN, number),
                name,
                true,
                new BusinessTime.Told(place(second)),
                Cause.of("/platform", "e" + second));
    }

    private static FactOrder place(int second) {
        return new FactOrder(NOON.plusSeconds(second), -1, 2, "/platform", "e" + second);
    }
}
