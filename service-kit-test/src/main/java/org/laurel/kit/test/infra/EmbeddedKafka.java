package org.laurel.kit.test.infra;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.laurel.kit.test.infra.Infrastructure.KafkaAddresses;

/** One KRaft node, broker and controller in one, in this JVM. Topics exist only when somebody creates them. */
final class EmbeddedKafka {

    private EmbeddedKafka() {}

    /** Starts the node and returns when it accepts connections; it stops with the JVM. */
    static KafkaAddresses start(Address gate) {
        try {
            var ports = new KafkaAddresses(FreePorts.next(), FreePorts.next());
            Path data = Files.createTempDirectory("laurel-kafka");
            Properties settings = settings(ports, FreePorts.next(), gate, data);
            KafkaConfig config = EmbeddedKafkaBroker.formatStorageFromConfig(
                    settings, Uuid.randomUuid().toString(), true);
            KafkaRaftServer server = EmbeddedKafkaBroker.createServer(config);
            server.startup();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "laurel-kafka-stop"));
            return ports;
        } catch (IOException failed) {
            throw new UncheckedIOException("Kafka did not start", failed);
        }
    }

    private static Properties settings(KafkaAddresses ports, Address controller, Address gate, Path data) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "DIRECT");
        settings.put(
                "listeners",
                "DIRECT://" + ports.direct() + ",GATED://" + ports.gated() + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "DIRECT://" + ports.direct() + ",GATED://" + gate);
        settings.put("listener.security.protocol.map", "DIRECT:PLAINTEXT,GATED:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }

    private static void stop(KafkaRaftServer server, Path data) {
        server.shutdown();
        server.awaitShutdown();
        TemporaryFiles.delete(data);
    }
}
