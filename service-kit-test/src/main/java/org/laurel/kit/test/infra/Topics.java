package org.laurel.kit.test.infra;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.RepositoryRoot;

/**
 * Creates the topics that the deployment creates, from the same file. Only the number of partitions differs: 3, unless the
 * system property {@code laurel.test.partitions} gives another one, or 0 for the file's own.
 */
final class Topics {

    private static final int PARTITIONS = Integer.getInteger("laurel.test.partitions", 3);
    private static final short ONE_REPLICA = 1;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Set<String> NOT_SETTINGS = Set.of("name", "key", "partitions");

    private final Address kafka;

    Topics(Address kafka) {
        this.kafka = kafka;
    }

    /** Creates every topic of {@code deploy/topics.yaml}. */
    void createAll() {
        Path file = RepositoryRoot.find().resolve("deploy/topics.yaml");
        List<NewTopic> topics = new ArrayList<>();
        try {
            for (JsonNode entry : new YAMLMapper().readTree(file.toFile()).path("topics")) {
                topics.add(topic(entry));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        create(topics);
    }

    void create(String name, int partitions) {
        create(List.of(new NewTopic(name, partitions, ONE_REPLICA)));
    }

    private static NewTopic topic(JsonNode entry) {
        int partitions = PARTITIONS == 0 ? entry.path("partitions").asInt(1) : PARTITIONS;
        Map<String, String> settings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : entry.properties()) {
            if (!NOT_SETTINGS.contains(member.getKey())) {
                settings.put(
                        member.getKey().replace('_', '.'), member.getValue().asText());
            }
        }
        return new NewTopic(entry.path("name").asText(), partitions, ONE_REPLICA).configs(settings);
    }

    private static void createMissing(Admin admin, Collection<NewTopic> topics) throws InterruptedException {
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topics were not created", failed.getCause());
            }
        }
    }

    private void create(Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.toString()))) {
            createMissing(admin, topics);
            Set<String> names = topics.stream().map(NewTopic::name).collect(Collectors.toSet());
            // The broker hears of a topic a moment after the controller, which has answered by then.
            await("topics")
                    .atMost(KafkaProbe.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(() -> admin.listTopics().names().get().containsAll(names));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
