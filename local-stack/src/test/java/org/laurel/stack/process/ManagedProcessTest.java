package org.laurel.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.stack.StackFailure;

class ManagedProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void tellsWhyAProcessEndedWhileStarting(@TempDir Path folder) {
        // Given
        ManagedProcess process = new ManagedProcess("shop", folder.resolve("shop.log"));
        process.start(List.of("/bin/sh", "-c", "echo 'ERROR no database'; echo '   at here'; exit 3"), Map.of());

        // When
        StackFailure failure = catchThrowableOfType(StackFailure.class, () -> process.awaitReady(() -> false, LIMIT));

        // Then
        assertThat(failure.what()).isEqualTo("shop stopped while starting (exit code 3): ERROR no database");
        assertThat(failure.advice()).contains("shop.log");
    }

    @Test
    void ignoresTheInterruptOfTheKeyboardAndStopsWhenAsked(@TempDir Path folder) throws Exception {
        // Given
        ManagedProcess process = new ManagedProcess("shop", folder.resolve("shop.log"));
        process.start(List.of("/bin/sh", "-c", "echo up; exec sleep 60"), Map.of());
        process.awaitReady(() -> LogFile.lastMessage(process.log()).isPresent(), LIMIT);
        ProcessHandle handle = process.handle().orElseThrow();

        // When
        new ProcessBuilder("kill", "-INT", Long.toString(handle.pid())).start().waitFor();
        boolean aliveAfterInterrupt = handle.isAlive();
        process.stop(LIMIT);

        // Then
        assertThat(aliveAfterInterrupt).isTrue();
        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void killsAProcessThatDoesNotStop(@TempDir Path folder) {
        // Given
        ManagedProcess process = new ManagedProcess("shop", folder.resolve("shop.log"));
        process.start(List.of("/bin/sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done"), Map.of());
        process.awaitReady(() -> LogFile.lastMessage(process.log()).isPresent(), LIMIT);

        // When
        process.stop(Duration.ofMillis(300));

        // Then
        assertThat(process.handle()).isEmpty();
    }

    @Test
    void givesAProcessOnlyTheVariablesThatAreMeantForIt(@TempDir Path folder) {
        // Given
        ManagedProcess process = new ManagedProcess("shop", folder.resolve("shop.log"));

        // When
        process.start(List.of("/bin/sh", "-c", "env | grep ^LAUREL_"), Map.of("LAUREL_HTTP_PORT", "1"));
        process.awaitSuccess(LIMIT);

        // Then
        assertThat(LogFile.lastLines(process.log(), 10)).containsExactly("LAUREL_HTTP_PORT=1");
    }
}
