package org.laurel.stack.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** A test that needs programs of other platforms is skipped where it cannot run, and fails where it could. */
class ToolTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aProgramThatTheMachineDoesNotHaveSkipsTheTest() {
        // Given
        List<String> missing = List.of("/nowhere/npm", "install");

        // When
        var needing = assertThatThrownBy(() -> Tool.need(folder, missing));

        // Then
        needing.isInstanceOf(TestAbortedException.class).hasMessageContaining("npm: the program is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm error code ENOTFOUND",
                "npm error code EAI_AGAIN",
                "npm error code ECONNREFUSED",
                "npm error FetchError: network Socket timeout, code: ERR_SOCKET_TIMEOUT",
                "npm error tunneling socket could not be established, statusCode=403",
                "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)'",
                "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError(...)'",
                "The virtual environment was not created successfully because ensurepip is not available."
            })
    void aHostThatIsOutOfReachOrAHalfInstalledPythonSkipsTheTest(String output) {
        // Given
        List<String> failing = List.of("sh", "-c", "echo \"$0\"; exit 1", output);

        // When
        var needing = assertThatThrownBy(() -> Tool.need(folder, failing));

        // Then
        needing.isInstanceOf(TestAbortedException.class).hasMessageContaining("sh: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm error code ETARGET: No matching version found for @asyncapi/cli@99.0.0",
                "npm error code E404",
                "npm error code ENOSPC",
                "npm error code EINTEGRITY",
                "ERROR: No matching distribution found for kafka-python==99",
                ""
            })
    void whateverElseGoesWrongFailsTheTest(String output) {
        // Given
        List<String> failing = List.of("sh", "-c", "echo \"$0\"; exit 1", output);

        // When
        var needing = assertThatThrownBy(() -> Tool.need(folder, failing));

        // Then
        needing.isInstanceOf(AssertionError.class).hasMessageContaining(output);
    }
}
