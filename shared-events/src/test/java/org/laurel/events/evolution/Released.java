package org.laurel.events.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.laurel.events.document.RepositoryRoot;

/**
 * The contract as others have it: {@code released/<type>.json} is the schema as it was accepted last,
 * {@code released/types.txt} tells the topic of every type, {@code released/samples.txt} the hash of every sample.
 */
final class Released {

    private static final String PATH = "shared-events/src/test/resources/released";
    private static final Path FOLDER = RepositoryRoot.find().resolve(PATH);

    private Released() {}

    /** What was accepted last. */
    static Contract contract() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(FOLDER)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Contract.of(files);
    }

    /** What was accepted at any time, by the commit that did; empty where there is no history. */
    static Map<String, Contract> everBefore() {
        return new ReleasedHistory(RepositoryRoot.find(), PATH).contracts();
    }

    /** Makes a contract the released one. */
    static void accept(Contract contract) {
        try {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> file : contract.files().entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
