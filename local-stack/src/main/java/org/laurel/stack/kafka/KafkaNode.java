package org.laurel.stack.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.laurel.stack.Part;
import org.laurel.stack.StackPaths;
import org.laurel.stack.process.JavaCommand;
import org.laurel.stack.process.ManagedProcess;
import org.laurel.stack.process.Ports;

/** A real Kafka broker, single node in KRaft mode, in a process of its own. Its data survives restarts. */
public final class KafkaNode implements Part {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);

    private final StackPaths paths;
    private final int port;
    private final List<Path> topicFiles;
    private final ManagedProcess process;

    public KafkaNode(StackPaths paths, int port) {
        this(paths, port, List.of(paths.topicFile()));
    }

    /** With the topics of these files. */
    public KafkaNode(StackPaths paths, int port, List<Path> topicFiles) {
        this.paths = paths;
        this.port = port;
        this.topicFiles = List.copyOf(topicFiles);
        this.process = new ManagedProcess(name(), paths.log(name()));
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portOption() {
        return "--kafka-port";
    }

    @Override
    public void start() {
        Path logs = paths.kafka().resolve("data");
        Path settings = paths.kafka().resolve("server.properties");
        writeSettings(settings, BrokerSettings.text(port, Ports.free(), logs));
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(settings);
        }
        process.start(
                JavaCommand.forKafka("kafka.Kafka", List.of(settings.toString()))
                        .line(),
                Map.of());
        process.awaitReady(() -> Ports.answers(port), START_LIMIT);
        TopicSetup setup = new TopicSetup("127.0.0.1:" + port);
        topicFiles.forEach(file -> setup.apply(TopicFile.read(file).topics()));
    }

    @Override
    public void stop() {
        process.stop(STOP_GRACE);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return process.handle();
    }

    @Override
    public Path log() {
        return process.log();
    }

    private void format(Path settings) {
        String cluster = Uuid.randomUuid().toString();
        List<String> arguments = List.of("format", "--cluster-id", cluster, "--config", settings.toString());
        ManagedProcess formatting = new ManagedProcess(name(), paths.log("kafka-format"));
        formatting.start(
                JavaCommand.forKafka("kafka.tools.StorageTool", arguments).line(), Map.of());
        formatting.awaitSuccess(START_LIMIT);
    }

    private static void writeSettings(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
