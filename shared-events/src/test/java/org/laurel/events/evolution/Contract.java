package org.laurel.events.evolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.events.ContractFiles;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSamples;
import org.laurel.events.EventType;
import org.laurel.events.evolution.SchemaComparison.Writers;

/**
 * The contract at one time, as far as nothing may be taken from it.
 *
 * @param schemas texts by the name of the type
 * @param topics by the name of the type
 * @param samples hashes by type and number, the first is {@code <type>#1}
 */
record Contract(Map<String, String> schemas, Map<String, String> topics, Map<String, String> samples) {

    private static final String SCHEMA = ".json";
    private static final String TOPICS = "types.txt";
    private static final String SAMPLES = "samples.txt";

    /** What the jar holds. */
    static Contract current() {
        Map<String, String> schemas = new TreeMap<>();
        Map<String, String> topics = new TreeMap<>();
        Map<String, String> samples = new TreeMap<>();
        for (EventType<?> type : EventCatalogue.all()) {
            schemas.put(type.name(), ContractFiles.schema(type));
            topics.put(type.name(), type.topic().topicName());
            int number = 0;
            for (String sample : EventSamples.all(type.name())) {
                number++;
                samples.put(type.name() + "#" + number, hash(sample));
            }
        }
        return new Contract(schemas, topics, samples);
    }

    /** Reads what {@link #files} tells. */
    static Contract of(Map<String, String> files) {
        Map<String, String> schemas = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.endsWith(SCHEMA)) {
                schemas.put(name.substring(0, name.length() - SCHEMA.length()), text);
            }
        });
        return new Contract(schemas, lines(files.getOrDefault(TOPICS, "")), lines(files.getOrDefault(SAMPLES, "")));
    }

    /** Texts by the names of their files. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        schemas.forEach((type, schema) -> files.put(type + SCHEMA, schema));
        files.put(TOPICS, text(topics));
        files.put(SAMPLES, text(samples));
        return files;
    }

    /** What this contract takes from those who rely on an earlier one; empty when nothing. */
    List<String> takenFrom(Contract earlier) {
        List<String> taken = new ArrayList<>();
        earlier.schemas.forEach((type, schema) -> taken.addAll(breaches(type, schema)));
        earlier.topics.forEach((type, topic) -> {
            if (!topic.equals(topics.get(type))) {
                taken.add(type + ": is no longer on " + topic);
            }
        });
        earlier.samples.forEach((sample, hash) -> {
            if (!hash.equals(samples.get(sample))) {
                taken.add(sample + ": the sample changed or is gone");
            }
        });
        return taken;
    }

    private List<String> breaches(String type, String earlier) {
        String now = schemas.get(type);
        if (now == null) {
            return List.of(type + ": the type is gone");
        }
        Writers writers = EventCatalogue.find(type).map(Writers::of).orElse(Writers.LAUREL);
        return SchemaComparison.breaches(ContractFiles.tree(earlier), ContractFiles.tree(now), writers).stream()
                .map(breach -> type + " " + breach)
                .toList();
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new TreeMap<>();
        text.lines().forEach(line -> {
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

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
