package org.laurel.stack.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.StackPaths;
import org.laurel.stack.event.EventTail;
import org.laurel.stack.event.ReceivedEvent;
import org.laurel.stack.event.SchemaCheck;
import org.laurel.stack.kafka.KafkaNode;
import org.laurel.stack.process.Ports;
import org.slf4j.LoggerFactory;

/** The programs under {@code docs/producers} do what they are there for, as they stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProducerExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WORK = Path.of("target", "producers").toAbsolutePath();
    /** A key whose partition by other functions than Java's is another one. */
    private static final String LEARNER = "learner-7";

    private final StackPaths paths = StackPaths.find().withData(WORK.resolve("stack"));
    private final KafkaNode kafka = new KafkaNode(paths, Ports.free());
    private final String brokers = "127.0.0.1:" + kafka.port();

    @BeforeAll
    void start() {
        kafka.start();
    }

    @AfterAll
    void stop() {
        kafka.stop();
    }

    @Test
    void javaWithTheContractAndNothingElseOfLaurel() throws Exception {
        // Given
        Path classes = WORK.resolve("java");
        String libraries = Stream.of(
                        EventCatalogue.class,
                        KafkaProducer.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        JavaTimeModule.class,
                        LoggerFactory.class)
                .map(ProducerExamplesTest::library)
                .collect(Collectors.joining(":"));
        String java = System.getProperty("java.home") + "/bin/java";
        Tool.Run compiled = Tool.run(
                classes,
                List.of(
                        java + "c",
                        "-cp",
                        libraries,
                        "-d",
                        classes.toString(),
                        example("java/PassingStatusProducer.java")));
        assertThat(compiled.output()).isEmpty();

        // When
        List<ReceivedEvent> received = received(
                1, classes, List.of(java, "-cp", libraries + ":" + classes, "PassingStatusProducer", brokers, LEARNER));

        // Then
        assertThat(received).singleElement().satisfies(event -> assertBinary(event, "/platforms/java"));
    }

    @Test
    void pythonInBothModes() throws Exception {
        // Given
        Path environment = WORK.resolve("python");
        String python = environment.resolve("bin/python").toString();
        if (!Files.exists(environment.resolve("installed"))) {
            Tool.need(WORK, List.of("python3", "-m", "venv", environment.toString()));
            Tool.need(WORK, List.of(python, "-m", "pip", "install", "-q", "-r", example("python/requirements.txt")));
            Files.writeString(environment.resolve("installed"), "");
        }

        // When
        List<ReceivedEvent> received =
                received(2, WORK, List.of(python, example("python/producer.py"), brokers, LEARNER));

        // Then
        assertBothModes(received, "/platforms/python");
    }

    @Test
    void javaScriptInBothModes() throws Exception {
        // Given
        Path folder = WORK.resolve("javascript");
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "producer.js")) {
            Files.writeString(folder.resolve(file), Files.readString(Path.of(example("javascript/" + file))));
        }
        if (!Files.exists(folder.resolve("node_modules/kafkajs"))) {
            Tool.need(folder, List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
        }

        // When
        List<ReceivedEvent> received = received(2, folder, List.of("node", "producer.js", brokers, LEARNER));

        // Then
        assertBothModes(received, "/platforms/javascript");
    }

    private List<ReceivedEvent> received(int count, Path folder, List<String> command) throws Exception {
        try (EventTail tail = new EventTail(brokers, List.of("laurel.grades"), false)) {
            Tool.Run run = Tool.run(folder, command);
            assertThat(run.exit()).as(run.output()).isZero();
            List<ReceivedEvent> received = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                received.addAll(tail.poll());
                return received.size() >= count;
            });
            return received;
        }
    }

    private static void assertBothModes(List<ReceivedEvent> received, String source) {
        assertThat(received).hasSize(2);
        assertBinary(received.getFirst(), source);
        assertStructured(received.getLast(), source);
    }

    private static void assertBinary(ReceivedEvent event, String source) {
        assertThat(event.headers())
                .containsEntry(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON)
                .containsEntry(CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE)
                .containsEntry(CloudEventHeaders.SOURCE, source)
                .containsKeys(CloudEventHeaders.ID, CloudEventHeaders.TIME);
        assertBody(event, event.headers().getOrDefault(CloudEventHeaders.TYPE, ""), tree(event.value()));
    }

    private static void assertStructured(ReceivedEvent event, String source) {
        JsonNode document = tree(event.value());
        assertThat(event.headers()).isEmpty();
        assertThat(document.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(document.path("source").textValue()).isEqualTo(source);
        assertThat(document.path("id").textValue()).isNotBlank();
        assertBody(event, document.path("type").asText(), document.path("data"));
    }

    private static void assertBody(ReceivedEvent event, String type, JsonNode body) {
        var found = EventCatalogue.find(type).orElseThrow(() -> new AssertionError("no type " + type));
        assertThat(new SchemaCheck(found).problems(body)).isEmpty();
        assertThat(event.key())
                .isEqualTo(LEARNER)
                .isEqualTo(body.path("learner_id").textValue());
        assertThat(event.partition()).as("the partition that Java chooses").isEqualTo(partition());
    }

    private static int partition() {
        byte[] key = LEARNER.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % 6;
    }

    private String example(String file) {
        return paths.home().resolve("docs/producers").resolve(file).toString();
    }

    private static String library(Class<?> member) {
        try {
            return Path.of(member.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new AssertionError(json, malformed);
        }
    }
}
