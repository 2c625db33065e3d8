package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b+c\"d\\e=u0",
                "a\\/b+c\\\"d\\\\e=u0",
                "a/b\\u002bc\\\"d\\\\e\\u003Du0",
                "a\\u002fb+c\\u0022d\\u005ce\\u003du0",
                "a\\\\\\/b+c\\\\\\\"d\\\\\\\\e=u0"
            })
    void areFoundInJsonHoweverItEscapesThem(String written) {
        assertThat(new Secrets(List.of("a/b+c\"d\\e=u0")).mask("{\"password\":\"" + written + "\"}"))
                .isEqualTo("{\"password\":\"***\"}");
    }

    @Test
    void areFoundWhateverTheirScript() {
        assertThat(new Secrets(List.of("p\u00e4ss\uD83D\uDD11")).mask("p\u00e4ss\uD83D\uDD11 p\\u00E4ss\\ud83d\\udd11"))
                .isEqualTo("*** ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ab\\/cdefghij\\/klmnopqrst=", "Bearer=\\\"abcdefghijklmnopqrst\\\""})
    void credentialsOfOthersAreFoundInEscapedJson(String written) {
        assertThat(SECRETS.mask(written)).doesNotContain("hij").contains("***");
    }
}
