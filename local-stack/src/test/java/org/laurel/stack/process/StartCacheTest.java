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
        cache = StartCache.of(jar);
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
        assertThat(JavaCommand.forService(jar).line()).contains("-XX:AOTCache=" + cache.file());
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
    void oneOfOtherFlagsIsNotTaken() throws IOException {
        // Given
        StartCache other = new StartCache(jar, List.of("java", "-Xmx1g"));

        // When
        Files.writeString(other.draft(), "");
        other.adopt();

        // Then
        assertThat(other.isThere()).isTrue();
        assertThat(cache.isThere()).isFalse();
    }

    @Test
    void itsNameTellsTheJvm() {
        assertThat(cache.file()).hasParentRaw(folder);
        assertThat(cache.file().toString()).contains("-" + Runtime.version() + "-");
    }

    @Test
    void whatWasRecordedReplacesThatOfOtherJvmsAndFlags() throws IOException {
        // Given
        Files.writeString(folder.resolve("app.aot"), "");
        Files.writeString(folder.resolve("app-21.0.4+7-1f.aot"), "");
        Files.writeString(folder.resolve("app.properties"), "");
        Files.writeString(cache.draft(), "");

        // When
        cache.adopt();

        // Then
        assertThat(folder)
                .isDirectoryNotContaining("glob:**app.aot")
                .isDirectoryNotContaining("glob:**app-21*")
                .isDirectoryContaining("glob:**app.properties");
        assertThat(cache.isThere()).isTrue();
    }

    @Test
    void draftsOfProcessesThatAreGoneAreDiscarded() throws IOException {
        // Given
        Process living = new ProcessBuilder("sleep", "60").start();
        Path kept = Files.writeString(folder.resolve("app-25-1f.aot." + living.pid()), "");
        Path abandoned = Files.writeString(folder.resolve("app-25-1f.aot." + NOBODY), "");
        Path besides = Files.writeString(folder.resolve("app-25-1f.aot." + NOBODY + ".config"), "");
        Path own = Files.writeString(cache.draft(), "");

        // When
        cache.discardDrafts();
        living.destroy();

        // Then
        assertThat(kept).exists();
        assertThat(List.of(abandoned, besides, own)).noneMatch(Files::exists);
    }

    @Test
    void aProcessThatWasToldOfNoneUsesNone() {
        assertThat(cache.isUsedBy(ProcessHandle.current())).isFalse();
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
