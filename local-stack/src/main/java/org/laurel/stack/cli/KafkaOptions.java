package org.laurel.stack.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.run.RunStateFile;
import picocli.CommandLine.Option;

/** Which Kafka a command reads: that of the stack that runs here, or any other, by the options that Kafka's own tools have. */
final class KafkaOptions {
    private static final String SERVERS = "bootstrap.servers";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "H:P",
            description = "Where Kafka is reached (the stack that runs here).")
    private @Nullable String servers;

    @Option(
            names = "--command-config",
            paramLabel = "F",
            description = "Properties of a Kafka client, for encryption and authentication.")
    private @Nullable Path file;

    private final StackPaths paths;

    KafkaOptions(StackPaths paths) {
        this.paths = paths;
    }

    /** How Kafka is reached, as settings of a client. */
    Map<String, String> connection() {
        Map<String, String> settings = new HashMap<>();
        if (file != null) {
            Properties told = read(file);
            told.stringPropertyNames().forEach(name -> settings.put(name, told.getProperty(name)));
        }
        if (servers != null) {
            settings.put(SERVERS, servers);
        } else if (!settings.containsKey(SERVERS)) {
            settings.put(SERVERS, new RunStateFile(paths).running().kafkaBootstrap());
        }
        return settings;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException failure) {
            throw new StackFailure(file + " cannot be read.", "--command-config is a file of properties.", failure);
        }
    }
}
