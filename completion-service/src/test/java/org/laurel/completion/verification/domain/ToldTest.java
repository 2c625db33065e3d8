package org.laurel.completion.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.Viewer;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

class ToldTest {

    private static final CourseLearner KEY =
            new CourseLearner(new CourseKey("course-v1:Org+told+1"), new LearnerId("7"));
    private static final Map<String, Set<String>> SELECTED = Map.of("library", Set.of("problem"));
    private static final Map<String, Instant> RELEASES = Map.of("chapter", Instant.EPOCH);
    private static final List<Told.Cohort> COHORTS =
            List.of(new Told.Cohort(4, "Day"), new Told.Cohort(12, "N\u00c4CHTE"));

    @Test
    void groupsAreTheModeAndTheIdsAndNamesOfCohortsInLowerCase() {
        // Given
        Told told = new Told(KEY, true, "Verified", COHORTS, List.of("beta_testers"), SELECTED, RELEASES, null);

        // When
        Viewer viewer = told.viewer();

        // Then
        assertThat(viewer)
                .isEqualTo(new Viewer(
                        false,
                        Set.of("verified", "4", "day", "12", "n\u00e4chte"),
                        new Assignments(SELECTED, RELEASES)));
    }

    @Test
    void whoHasNoModeBelongsToNoGroupOfThatName() {
        // Given
        Told told = new Told(KEY, true, "", List.of(), List.of(), Map.of(), Map.of(), null);

        // When
        Viewer viewer = told.viewer();

        // Then
        assertThat(viewer).isEqualTo(Viewer.ANYBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "staff, true",
        "limited_staff, true",
        "instructor, true",
        "data_researcher, false",
        "beta_testers staff, true"
    })
    void theMakersOfACourseRunSeeItAsStaff(String roles, boolean expected) {
        // Given
        List<String> held = Arrays.asList(roles.split(" "));

        // When
        Viewer viewer = new Told(KEY, true, "", List.of(), held, Map.of(), Map.of(), null).viewer();

        // Then
        assertThat(viewer.staff()).isEqualTo(expected);
    }

    @Test
    void isCountedByCohortsAsTheyComeAndRolesInTheOrderOfNames() {
        // Given
        Told told = new Told(KEY, true, "", COHORTS, List.of("staff", "beta_testers"), Map.of(), Map.of(), null);

        // When
        Membership membership = told.membership();

        // Then
        assertThat(membership).isEqualTo(new Membership(true, "4,12", "beta_testers,staff"));
    }
}
