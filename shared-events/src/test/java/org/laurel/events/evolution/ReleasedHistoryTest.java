package org.laurel.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with releases of its own, and what a later working tree takes from them. */
class ReleasedHistoryTest {

    private static final String FOLDER = "contract/released";
    private static final String MADE = "org.laurel.thing.made.v1";
    private static final String SOLD = "org.laurel.thing.sold.v1";
    private static final String SCHEMA = """
            {"required": ["id"], "properties": {"id": {"type": "string", "maxLength": 255}}}""";
    private static final Contract BOTH = contract(Map.of(MADE, SCHEMA, SOLD, SCHEMA));

    @TempDir
    Path repository = Path.of("");

    @BeforeEach
    void release() throws Exception {
        assumeTrue(git("init", "-q"), "git is missing");
        commit(contract(Map.of(MADE, SCHEMA)));
        commit(BOTH);
    }

    @Test
    void aTypeThatVanishedTogetherWithItsFilesIsMissed() throws Exception {
        // Given
        Contract less = contract(Map.of(MADE, SCHEMA));
        write(less);

        // When
        List<String> taken = taken(less);

        // Then
        assertThat(less.takenFrom(onDisk())).isEmpty();
        assertThat(taken)
                .containsExactly(
                        SOLD + ": the type is gone",
                        SOLD + ": is no longer on laurel.things",
                        SOLD + "#1: the sample changed or is gone");
    }

    @Test
    void itIsStillMissedWhenTheCommitThatTookItAwayIsThere() throws Exception {
        // Given
        Contract less = contract(Map.of(MADE, SCHEMA));
        commit(less);

        // When
        List<String> taken = taken(less);

        // Then
        assertThat(taken).contains(SOLD + ": the type is gone");
    }

    @Test
    void aSchemaThatWasNarrowedTogetherWithItsReleasedFormIsCompared() throws Exception {
        // Given
        Contract narrowed = contract(Map.of(MADE, SCHEMA.replace("255", "100"), SOLD, SCHEMA));
        commit(narrowed);

        // When
        List<String> taken = taken(narrowed);

        // Then
        assertThat(taken)
                .containsOnly(MADE + " id: RANGE_NARROWED, maxLength was 255, now 100")
                .hasSize(2);
    }

    @Test
    void aMemberThatWasPromisedAndIsNoLongerRequiredIsMissed() throws Exception {
        // Given
        Contract loose = contract(Map.of(MADE, SCHEMA, SOLD, SCHEMA.replace("[\"id\"]", "[]")));
        commit(loose);

        // When
        List<String> taken = taken(loose);

        // Then
        assertThat(taken).containsExactly(SOLD + " id: MEMBER_OPTIONAL, readers rely on it");
    }

    @Test
    void whatIsAddedTakesNothing() throws Exception {
        // Given
        Contract more = contract(Map.of(MADE, SCHEMA, SOLD, SCHEMA.replace("255", "300"), "org.laurel.new.v1", "{}"));
        commit(more);

        // When
        List<String> taken = taken(more);

        // Then
        assertThat(taken).isEmpty();
    }

    @Test
    void sourcesWithoutAHistoryHaveReleasedNothing(@TempDir Path unpacked) {
        // Given
        ReleasedHistory history = new ReleasedHistory(unpacked, FOLDER);

        // When
        Map<String, Contract> contracts = history.contracts();

        // Then
        assertThat(contracts).isEmpty();
    }

    private List<String> taken(Contract current) {
        Collection<Contract> before =
                new ReleasedHistory(repository, FOLDER).contracts().values();
        assertThat(before).contains(BOTH);
        return before.stream()
                .flatMap(contract -> current.takenFrom(contract).stream())
                .toList();
    }

    private static Contract contract(Map<String, String> schemas) {
        StringBuilder topics = new StringBuilder();
        StringBuilder samples = new StringBuilder();
        schemas.keySet().stream().sorted().forEach(type -> {
            topics.append(type).append(" laurel.things\n");
            samples.append(type).append("#1 12ab\n");
        });
        Map<String, String> files = new HashMap<>();
        schemas.forEach((type, schema) -> files.put(type + ".json", schema));
        files.put("types.txt", topics.toString());
        files.put("samples.txt", samples.toString());
        return Contract.of(files);
    }

    private Contract onDisk() throws IOException {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> paths = Files.list(repository.resolve(FOLDER))) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return Contract.of(files);
    }

    private void write(Contract contract) throws IOException {
        Path folder = Files.createDirectories(repository.resolve(FOLDER));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : contract.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void commit(Contract contract) throws Exception {
        write(contract);
        assertThat(git("add", "-A")).isTrue();
        assertThat(git(
                        "-c",
                        "user.name=test",
                        "-c",
                        "user.email=test@example.org",
                        "-c",
                        "commit.gpgsign=false",
                        "commit",
                        "-qm",
                        "release"))
                .isTrue();
    }

    private boolean git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
