package org.laurel.certificates.role.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldRolesTest {

    @ParameterizedTest
    @CsvSource({
        "instructor,      true,  false, true",
        "staff,           false, false, true",
        "limited_staff,   false, false, true",
        "data_researcher, false, true,  false",
        "beta_testers,    false, false, false",
        "Instructor,      false, false, false"
    })
    void aRoleAllowsWhatTheDescriptionSays(String role, boolean administers, boolean viewsIssued, boolean works) {
        // Given
        HeldRoles held = new HeldRoles(Set.of(role));

        // When
        boolean[] allowed = {held.administers(), held.viewsIssued(), held.worksInRun()};

        // Then
        assertThat(allowed).containsExactly(administers, viewsIssued, works);
    }
}
