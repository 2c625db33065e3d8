package org.laurel.stack.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.laurel.stack.StackFailure;

/** Brings the topics of a broker in line with the topic file. Topics are never removed. */
final class TopicSetup {
    private final String bootstrap;

    TopicSetup(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Creates missing topics and corrects the settings of existing ones. */
    void apply(List<TopicDefinition> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(topics.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .map(TopicDefinition::onOneBroker)
                            .toList())
                    .all()
                    .get();
            admin.incrementalAlterConfigs(topics.stream()
                            .filter(topic -> existing.contains(topic.name()))
                            .collect(Collectors.toMap(TopicSetup::resource, TopicSetup::settings)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new StackFailure(
                    "The topics cannot be made: " + failure.getCause(), "Compare deploy/topics.yaml.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making the topics.", "Run the command again.", interrupted);
        }
    }

    private static ConfigResource resource(TopicDefinition topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static List<AlterConfigOp> settings(TopicDefinition topic) {
        return topic.configuration().entrySet().stream()
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }
}
