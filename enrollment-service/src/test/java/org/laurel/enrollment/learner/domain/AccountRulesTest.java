package org.laurel.enrollment.learner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@localhost",
                "ada.lovelace+notes@mail.example.org",
                "o'brien_{x}!#$%&*/=?^`|~-@example.org",
                "\u00fcna@b\u00fccher.example"
            })
    void takesAddressesThatCanBeMailedTo(String email) {
        // Given an address of unusual form

        // When
        boolean fit = AccountRules.isEmail(email);

        // Then
        assertThat(fit).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b@c", "a\u00a0b@c", "a\tb@c", "a\r\nb@c", "a\u0085b@c", "a\"b\"@c", "a\\@c", "a@c]", "a[@c"})
    void refusesBlanksControlCharactersAndWhatHasAMeaningInHeaders(String email) {
        // Given such an address

        // When
        boolean fit = AccountRules.isEmail(email);

        // Then
        assertThat(fit).isFalse();
    }
}
