package org.laurel.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the JSON files that lie in the jar beside this class, by event type. */
final class ContractFile {

    private ContractFile() {}

    /** The text of {@code <folder>/<type><revision>.json}, or empty when the type or the file does not exist. */
    static Optional<String> find(String folder, String typeName, String revision) {
        return EventCatalogue.find(typeName).flatMap(type -> read(folder + "/" + type.name() + revision + ".json"));
    }

    private static Optional<String> read(String path) {
        try (InputStream stream = ContractFile.class.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
