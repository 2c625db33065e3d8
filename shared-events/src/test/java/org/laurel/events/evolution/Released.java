package org.laurel.events.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSamples;
import org.laurel.events.EventType;
import org.laurel.events.document.RepositoryRoot;

/**
 * The contract as others have it: {@code released/<type>.json} is the schema as it was accepted last,
 * {@code released/types.txt} tells the topic of every type, {@code released/samples.txt} the hash of every sample.
 */
final class Released {

    private static final Path FOLDER = RepositoryRoot.find().resolve("shared-events/src/test/resources/released");

    private Released() {}

    /** Schemas by the name of their type. */
    static Map<String, String> schemas() {
        Map<String, String> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> schemas.put(
                            file.getFileName().toString().replaceFirst("\\.json$", ""), read(file.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    /** Topics by the name of the type. */
    static Map<String, String> topics() {
        return lines(Path.of("types.txt"));
    }

    /** Hashes of samples by type and number, the first is 1. */
    static Map<String, String> samples() {
        return lines(Path.of("samples.txt"));
    }

    /** Topics as the catalogue has them. */
    static Map<String, String> currentTopics() {
        Map<String, String> topics = new TreeMap<>();
        EventCatalogue.all()
                .forEach(type -> topics.put(type.name(), type.topic().topicName()));
        return topics;
    }

    /** Hashes of the samples in the jar. */
    static Map<String, String> currentSamples() {
        Map<String, String> hashes = new TreeMap<>();
        for (EventType<?> type : EventCatalogue.all()) {
            int number = 0;
            for (String sample : EventSamples.all(type.name())) {
                number++;
                hashes.put(type.name() + "#" + number, hash(sample));
            }
        }
        return hashes;
    }

    /** Makes the current schema the released one. */
    static void accept(String type, String schema) {
        write(type + ".json", schema);
    }

    /** Makes the current topics and samples the released ones. */
    static void acceptLists() {
        write("types.txt", text(currentTopics()));
        write("samples.txt", text(currentSamples()));
    }

    private static Map<String, String> lines(Path file) {
        Map<String, String> lines = new TreeMap<>();
        read(file).lines().forEach(line -> {
            int space = line.indexOf(' ');
            lines.put(line.substring(0, space), line.substring(space + 1));
        });
        return lines;
    }

    private static String text(Map<String, String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        return text.toString();
    }

    private static String read(Path file) {
        try {
            Path path = FOLDER.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String file, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
