package org.laurel.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which usernames are one and the same. */
class UsernameTest {

    @ParameterizedTest
    @CsvSource({
        "sam, SAM, true",
        "Sam, sAm, true",
        "sam, sim, false",
        "sam, \u017fam, false",
        "ida, \u0131da, false",
        "ida, \u0130da, false",
        "\u00c4da, \u00e4DA, true"
    })
    void areComparedInLowerCase(String one, String other, boolean same) {
        // Given the usernames above

        // When
        boolean compared = Caller.isSameUsername(one, other);

        // Then
        assertThat(compared).isEqualTo(same);
        assertThat(Caller.isSameUsername(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"sam, SAM, true", "sam, \u017fam, false", "ida, \u0131da, false"})
    void bindAnApplicationInTheSameWay(String own, String other, boolean bound) {
        // Given
        ApplicationGrant grant = new ApplicationGrant(own, Set.of(), Set.of("user:me"));

        // When
        boolean answer = grant.isBoundTo(other);

        // Then
        assertThat(answer).isEqualTo(bound);
    }
}
