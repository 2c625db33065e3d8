package org.laurel.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private StartCache cache;
    private ManagedProcess process;

    @BeforeEach
    void build() throws IOException {
        assumeTrue(StartCache.isPossible(), "this JVM records none");
        cache = StartCache.of(Files.writeString(folder.resolve("quarkus-run.jar"), ""));
        process = new ManagedProcess("training", folder.resolve("training.log"));
    }

    @Test
    void whatWasRecordedIsTakenAlthoughTheServiceCouldNotGoOn() {
        // When
        train("echo recorded > " + cache.draft() + "; exit 1", LIMIT);

        // Then
        assertThat(cache.isThere()).isTrue();
        assertThat(cache.draft()).doesNotExist();
    }

    @Test
    void whatDoesNotEndIsStoppedAndItsDraftDeleted() {
        // When
        train("echo half > " + cache.draft() + "; exec sleep 60", Duration.ofMillis(500));

        // Then
        assertThat(process.handle()).isEmpty();
        assertThat(cache.isThere()).isFalse();
        assertThat(cache.draft()).doesNotExist();
    }

    @Test
    void whatItHasStartedIsStoppedToo() throws IOException {
        // Given
        Path id = folder.resolve("id");

        // When
        train("sleep 60 & echo $! > " + id + "; wait", Duration.ofSeconds(5));

        // Then
        long assembling = Long.parseLong(Files.readString(id).strip());
        // Dead, it runs nothing, though it is there until somebody asks for its end.
        await().until(() -> ProcessHandle.of(assembling)
                .flatMap(killed -> killed.info().command())
                .isEmpty());
    }

    @Test
    void oneThatCannotBeginFailsNothing() throws IOException {
        // Given
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        process = new ManagedProcess("training", noFolder.resolve("training.log"));

        // When
        train("exit 0", LIMIT);

        // Then
        assertThat(cache.isThere()).isFalse();
    }

    private void train(String script, Duration limit) {
        new Training(cache, process).run(List.of("/bin/sh", "-c", script), Map.of(), limit);
    }
}
