package org.laurel.completion.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseRolesTest {

    @ParameterizedTest
    @CsvSource({
        "staff, staff limited_staff",
        "limited_staff, limited_staff",
        "beta, beta_testers",
        "beta_testers, beta_testers",
        "instructor, instructor",
        "data_researcher, data_researcher",
        "org_course_creator_group, org_course_creator_group"
    })
    void aNameMeansOneRoleOrSeveral(String name, String roles) {
        // When
        Optional<Set<String>> meant = CourseRoles.meant(name);

        // Then
        assertThat(meant).contains(Set.of(roles.split(" ")));
    }

    @Test
    void aNameThatIsNoRoleMeansNothing() {
        // When
        Optional<Set<String>> meant = CourseRoles.meant("janitor");

        // Then
        assertThat(meant).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "beta_testers, false",
        "support, false",
        "staff, true",
        "limited_staff, true",
        "instructor, true",
        "data_researcher, true",
        "support instructor, true"
    })
    void theTeamOfACourseRunSeesHowLearnersAreDoing(String held, boolean expected) {
        // When
        boolean see = CourseRoles.seeStatistics(List.of(held.split(" ")));

        // Then
        assertThat(see).isEqualTo(expected);
    }
}
