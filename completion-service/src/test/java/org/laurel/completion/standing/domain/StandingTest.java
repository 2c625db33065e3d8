package org.laurel.completion.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.standing.domain.Standing.Cohort;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.Viewer;

class StandingTest {

    private static final Assignments OWN = new Assignments(Map.of("library", Set.of("problem")), Map.of());
    private static final List<Cohort> COHORTS = List.of(new Cohort(12, "Night"), new Cohort(3, "ZÜRICH"));

    @Test
    void groupsAreTheModeAndTheIdsAndNamesOfCohortsInLowerCase() {
        // Given
        Standing standing = new Standing(true, "Verified", COHORTS, Set.of("beta_testers"), OWN);

        // When
        Viewer viewer = standing.viewer();

        // Then
        assertThat(viewer).isEqualTo(new Viewer(false, Set.of("verified", "12", "night", "3", "zürich"), OWN));
    }

    @Test
    void whoHasNoModeBelongsToNoGroupOfThatName() {
        // When
        Viewer viewer = Standing.UNKNOWN.viewer();

        // Then
        assertThat(viewer).isEqualTo(Viewer.ANYBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "staff, true",
        "limited_staff, true",
        "instructor, true",
        "data_researcher, false",
        "beta_testers, false",
        "beta_testers staff, true"
    })
    void theMakersOfACourseRunSeeItAsStaff(String roles, boolean expected) {
        // Given
        Standing standing = new Standing(true, "audit", List.of(), Set.of(roles.split(" ")), Assignments.NONE);

        // When
        Viewer viewer = standing.viewer();

        // Then
        assertThat(viewer.staff()).isEqualTo(expected);
    }

    @Test
    void isCountedByCohortsInTheOrderOfNumbersAndRolesInThatOfNames() {
        // Given
        Standing standing = new Standing(true, "audit", COHORTS, Set.of("staff", "beta_testers"), OWN);

        // When
        Membership membership = standing.membership();

        // Then
        assertThat(membership).isEqualTo(new Membership(true, "3,12", "beta_testers,staff"));
        assertThat(Standing.UNKNOWN.membership()).isEqualTo(Membership.NONE);
    }
}
