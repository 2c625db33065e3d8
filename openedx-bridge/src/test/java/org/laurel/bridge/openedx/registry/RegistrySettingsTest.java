package org.laurel.bridge.openedx.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://registry:8081, http://registry:8081/schemas/ids/1",
        "https://registry.example.org/, https://registry.example.org/schemas/ids/1",
        "https://registry.example.org/apis/ccompat/v7/, https://registry.example.org/apis/ccompat/v7/schemas/ids/1",
    })
    void addressesOperationsBelowTheUrl(String url, String operation) {
        assertThat(open(url).at("/schemas/ids/1")).hasToString(operation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://key:secret@registry.example.org",
                "https://key@registry.example.org",
                "ftp://registry",
                "registry:8081",
                "",
                "http://",
                "http://registry?key=secret",
                "http://registry/#secret",
                "http://secret registry",
            })
    void refusesOtherUrlsWithoutQuotingThem(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(url))
                .withMessageContaining("URL")
                .withMessageNotContaining("secret@")
                .withMessageNotContaining("secret registry");
    }

    @Test
    void refusesHalfOfTheCredentials() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistrySettings.of(
                        "http://registry", Optional.of("key"), Optional.of(" "), Duration.ofSeconds(1), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT20.001S", "PT5M"})
    void refusesATimeoutThatNobodyCanWaitFor(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RegistrySettings.of("http://registry", Optional.empty(), Optional.empty(), timeout, false))
                .withMessageContaining("20 s");
    }

    @Test
    void doesNotTellTheCredentials() {
        // Given
        RegistrySettings settings =
                RegistrySettings.of("http://registry", Optional.of("k"), Optional.of("s"), Duration.ofSeconds(1), true);

        // Then
        assertThat(settings.authorization()).isEqualTo("Basic azpz");
        assertThat(settings).hasToString("schema registry at http://registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://registry:8081", "http://127.example.org", "http://localhost.example.org"})
    void sendsNoCredentialsInClearToAnotherMachine(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withCredentials(url, false))
                .withMessageNotContaining("secret@");
    }

    @ParameterizedTest
    @CsvSource({
        "https://registry.example.org, false",
        "http://localhost:8081, false",
        "http://127.0.0.1:8081, false",
        "http://[::1]:8081, false",
        "http://registry:8081, true",
    })
    void sendsCredentialsWhereNobodyListensOrTheOperatorsAllowIt(String url, boolean maySendInClear) {
        assertThat(withCredentials(url, maySendInClear).authorization()).isEqualTo("Basic azpz");
    }

    private static RegistrySettings withCredentials(String url, boolean maySendInClear) {
        return RegistrySettings.of(url, Optional.of("k"), Optional.of("s"), Duration.ofSeconds(1), maySendInClear);
    }

    private static RegistrySettings open(String url) {
        return RegistrySettings.of(url, Optional.empty(), Optional.empty(), Duration.ofSeconds(1), false);
    }
}
