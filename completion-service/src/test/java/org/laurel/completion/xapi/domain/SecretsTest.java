package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    private static final Secrets SECRETS = new Secrets(List.of("pass", "password!", " "));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing of it                                   | nothing of it",
                "user u, password! and pass                      | user u, *** and ***",
                "Authorization: Basic bGF1cmVsOm5vOnNlY3JldA==   | Authorization: Basic ***",
                "{\"authorization\":\"bearer eyJhbGciOiJIUzI1NiJ9.x\"} | {\"authorization\":\"bearer ***\"}",
                "Basic authentication is needed                  | Basic authentication is needed",
            })
    void areInNoTextThatSomebodyElseHasWritten(String text, String masked) {
        assertThat(SECRETS.mask(text)).isEqualTo(masked);
    }
}
