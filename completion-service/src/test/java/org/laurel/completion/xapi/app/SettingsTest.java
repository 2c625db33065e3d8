package org.laurel.completion.xapi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.xapi.domain.Delivery;

/** A deployment that cannot deliver statements does not start, and says which setting is to blame. */
class SettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> COMPLETE = Map.of(
            "delivery", "lrs",
            "lms-root", "https://lms.example.org/",
            "actor-secret", SECRET,
            "lrs.endpoint", "https://lrs.example.org/xapi/");

    @Test
    void isOffWithoutAnySetting() {
        // When
        LrsSettings settings = settings(Map.of());

        // Then
        assertThat(own(Map.of()).isOn()).isFalse();
        assertThat(settings.authorization()).isEmpty();
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesACompleteDeployment() {
        // When
        LrsSettings settings = settings(COMPLETE);

        // Then
        assertThat(settings.statements()).hasToString("https://lrs.example.org/xapi/statements");
        assertThat(own(COMPLETE).delivery()).isEqualTo(Delivery.LRS);
        assertThat(own(COMPLETE).lms().value()).isEqualTo("https://lms.example.org");
    }

    @ParameterizedTest
    @CsvSource({"laurel, no:secret, '', Basic bGF1cmVsOm5vOnNlY3JldA==", "'', '', abc.def, Bearer abc.def"})
    void letsItselfInByCredentialsOrAToken(String user, String password, String token, String expected) {
        // Given
        Map<String, String> set = with(Map.of("lrs.user", user, "lrs.password", password, "lrs.token", token));

        // When
        Optional<String> authorization = settings(set).authorization();

        // Then
        assertThat(authorization).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "delivery, mail, laurel.completion.xapi.delivery",
        "types, 'course,problem', laurel.completion.xapi.types",
        "types, ' ', laurel.completion.xapi.types",
        "lms-root, '', laurel.completion.xapi.lms-root must be set",
        "lms-root, lms.example.org, laurel.completion.xapi.lms-root is no http",
        "actor-secret, '', laurel.completion.xapi.actor-secret must be set",
        "actor-secret, short, laurel.completion.xapi.actor-secret must have",
        "lrs.endpoint, '', laurel.completion.xapi.lrs.endpoint must be set",
        "lrs.endpoint, lrs.example.org, laurel.completion.xapi.lrs.endpoint must be an",
        "lrs.endpoint, 'https://u:p@lrs.example.org', laurel.completion.xapi.lrs.endpoint",
        "lrs.endpoint, 'https://lrs.example.org/?a=b', laurel.completion.xapi.lrs.endpoint",
        "lrs.endpoint, 'https://lrs.example.org/[x', laurel.completion.xapi.lrs.endpoint",
        "lrs.user, laurel, laurel.completion.xapi.lrs.user",
        "lrs.password, secret, laurel.completion.xapi.lrs.user",
        "lrs.token, 'a b', laurel.completion.xapi.lrs.token",
        "lrs.batch-size, 0, laurel.completion.xapi.lrs.batch-size",
        "lrs.batch-size, 1001, laurel.completion.xapi.lrs.batch-size",
        "lrs.timeout, PT0S, laurel.completion.xapi.lrs.timeout",
        "lrs.timeout, PT2M, laurel.completion.xapi.lrs.timeout",
        "lrs.first-retry, PT0S, laurel.completion.xapi.lrs.first-retry",
        "lrs.first-retry, PT1H, laurel.completion.xapi.lrs.first-retry"
    })
    void refusesToStartAndNamesTheSetting(String setting, String value, String message) {
        // Given
        Map<String, String> set = with(Map.of(setting, value));

        // When
        var refused = assertThatThrownBy(() -> settings(set));

        // Then
        refused.isInstanceOf(IllegalStateException.class).hasMessageContaining(message);
    }

    @Test
    void refusesTwoWaysToLetItselfIn() {
        // Given
        Map<String, String> set = with(Map.of("lrs.user", "a", "lrs.password", "b", "lrs.token", "c"));

        // When
        var refused = assertThatThrownBy(() -> settings(set));

        // Then
        refused.hasMessageContaining("laurel.completion.xapi.lrs.token");
    }

    @Test
    void refusesANameThatBasicCredentialsCannotHold() {
        // Given
        Map<String, String> set = with(Map.of("lrs.user", "lau:rel", "lrs.password", "secret"));

        // When
        var refused = assertThatThrownBy(() -> settings(set));

        // Then
        refused.isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("laurel.completion.xapi.lrs.user must not have a colon")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"lms-root", "actor-secret"})
    void refusesAStoreWithoutWhatStatementsNeedEvenWhileTheyAreOff(String missing) {
        // Given
        Map<String, String> set = with(Map.of("delivery", "off", missing, ""));

        // When
        var refused = assertThatThrownBy(() -> settings(set));

        // Then
        refused.isInstanceOf(IllegalStateException.class).hasMessageContaining(missing);
    }

    static Map<String, String> with(Map<String, String> others) {
        Map<String, String> set = new HashMap<>(COMPLETE);
        set.putAll(others);
        return set;
    }

    private static StatementSettings own(Map<String, String> set) {
        return new StatementSettings(
                set.getOrDefault("delivery", "off"),
                List.of(set.getOrDefault("types", "course,chapter,sequential,vertical")
                        .split(",")),
                Optional.ofNullable(set.get("lms-root")),
                Optional.ofNullable(set.get("actor-secret")),
                Optional.ofNullable(set.get("lrs.endpoint")));
    }

    static LrsSettings settings(Map<String, String> set) {
        return new LrsSettings(
                own(set),
                Optional.ofNullable(set.get("lrs.endpoint")),
                Optional.ofNullable(set.get("lrs.user")),
                Optional.ofNullable(set.get("lrs.password")),
                Optional.ofNullable(set.get("lrs.token")),
                Duration.parse(set.getOrDefault("lrs.timeout", "PT10S")),
                Integer.parseInt(set.getOrDefault("lrs.batch-size", "100")),
                Duration.parse(set.getOrDefault("lrs.first-retry", "PT1S")));
    }
}
