package org.laurel.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    /** More than any system gives. */
    private static final int NOBODY = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Path jar;
    private StartCache cache;

    @BeforeEach
    void build() throws IOException {
        assumeTrue(StartCache.isPossible(), "this JVM records none");
        jar = Files.writeString(folder.resolve("quarkus-run.jar"), "");
        cache = new StartCache(jar);
    }

    @Test
    void aServiceStartsWithoutOneUntilItIsRecorded() {
        assertThat(cache.isThere()).isFalse();
        assertThat(JavaCommand.forService(jar).line()).noneMatch(flag -> flag.startsWith("-XX:AOT"));
    }

    @Test
    void whatWasRecordedIsTaken() throws IOException {
        // Given
        Files.writeString(cache.draft(), "");

        // When
        cache.adopt();

        // Then
        assertThat(JavaCommand.forService(jar).line()).contains("-XX:AOTCache=" + folder.resolve("app.aot"));
    }

    @Test
    void oneThatIsOlderThanTheServiceIsNotTaken() throws IOException {
        // Given
        Files.writeString(cache.draft(), "");
        cache.adopt();

        // When
        Files.setLastModifiedTime(
                cache.file(), FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() - 1_000));

        // Then
        assertThat(cache.isThere()).isFalse();
    }

    @Test
    void draftsOfProcessesThatAreGoneAreDiscarded() throws IOException {
        // Given
        Process living = new ProcessBuilder("sleep", "60").start();
        Path kept = Files.writeString(folder.resolve("app.aot." + living.pid()), "");
        Path abandoned = Files.writeString(folder.resolve("app.aot." + NOBODY), "");
        Path besides = Files.writeString(folder.resolve("app.aot." + NOBODY + ".config"), "");
        Path own = Files.writeString(cache.draft(), "");

        // When
        cache.discardDrafts();
        living.destroy();

        // Then
        assertThat(kept).exists();
        assertThat(List.of(abandoned, besides, own)).noneMatch(Files::exists);
    }

    @Test
    void aTrainingThatRecordedNothingLeavesNothing() throws IOException {
        // When
        cache.adopt();

        // Then
        assertThat(cache.isThere()).isFalse();
    }

    @Test
    void trainingHasTheFlagsOfAStart() {
        // When
        var training = JavaCommand.forTraining(jar).line();

        // Then
        assertThat(training)
                .containsAll(JavaCommand.forService(jar).line())
                .contains("-XX:AOTCacheOutput=" + cache.draft());
    }
}
