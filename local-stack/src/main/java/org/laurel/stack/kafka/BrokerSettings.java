package org.laurel.stack.kafka;

import java.nio.file.Path;

/** The settings of a broker that is alone and shares a laptop with everything else. */
final class BrokerSettings {
    private BrokerSettings() {}

    /**
     * The text of a properties file.
     *
     * @param controllerPort where the broker talks to itself; may differ from run to run
     * @param logs the folder of the data
     */
    static String text(int port, int controllerPort, Path logs) {
        return """
            process.roles=broker,controller
            node.id=1
            listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=BROKER://127.0.0.1:%1$d
            listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=BROKER
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            broker.session.timeout.ms=4000
            default.replication.factor=1
            min.insync.replicas=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            message.max.bytes=16842752
            num.network.threads=2
            num.io.threads=4
            log.cleaner.dedupe.buffer.size=4194304
            log.retention.check.interval.ms=10000
            metadata.log.max.snapshot.interval.ms=86400000
            """.formatted(port, controllerPort, logs.toAbsolutePath());
    }
}
