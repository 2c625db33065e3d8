package org.laurel.enrollment.registration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileText;
import org.laurel.events.key.LearnerId;

class SignUpRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ada, ada@example.org, Ada, ''",
        "'', ada@example.org, Ada, username",
        "a/b, ada@example.org, Ada, username",
        "Ada.L_1+x@a-b, ada@example.org, Ada, ''",
        "\u0430da, ada@example.org, Ada, username",
        "\u017fam, ada@example.org, Ada, username",
        "ada!, ada@example.org, Ada, username",
        "ada, '', Ada, email",
        "ada, nowhere, Ada, email",
        "ada, ada@example.org, ' ', name",
        "ada, ada@example.org, see www.x.org, name"
    })
    void asksForAUsernameAnAddressAndAName(String username, String email, String name, String field) {
        // Given
        SignUp wanted = new SignUp(new LearnerId("1"), username, email, name, List.of());

        // When
        List<SignUpFault> faults = SignUpRules.faults(wanted, 2026);

        // Then
        assertThat(faults).extracting(SignUpFault::field).isEqualTo(field.isEmpty() ? List.of() : List.of(field));
        assertThat(faults).noneMatch(SignUpFault::isClash);
    }

    @Test
    void judgesWhatComesAlongByTheRulesOfProfiles() {
        // Given
        List<ProfileAmendment> profile = List.of(
                new ProfileAmendment.YearOfBirth(0),
                new ProfileAmendment.Text(ProfileText.COUNTRY, "XX"),
                new ProfileAmendment.Text(ProfileText.CITY, "Leiden"));

        // When
        List<SignUpFault> faults =
                SignUpRules.faults(new SignUp(new LearnerId("1"), "ada", "ada@example.org", "Ada", profile), 2026);

        // Then
        assertThat(faults).extracting(SignUpFault::field).containsExactly("year_of_birth", "country");
    }

    @ParameterizedTest
    @EnumSource(
            value = Objection.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RETIREMENT_PENDING", "RETIRED"})
    void putsEachObjectionToTheFieldThatItIsAbout(Objection objection) {
        // Given the objection above

        // When
        SignUpFault fault = SignUpFault.of(objection);

        // Then
        assertThat(objection.code()).contains(fault.field());
        assertThat(fault.isClash()).isEqualTo(objection.isClash());
    }
}
