package org.laurel.kit.test.infra;

import java.util.ArrayList;
import java.util.List;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers as containers, for machines where a container engine runs. Testcontainers removes them at the end. */
final class ContainerInfrastructure implements Infrastructure {

    private static final String POSTGRES_IMAGE = "postgres:18-alpine";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
    private static final int GATED_PORT = 19_092;

    @Override
    @SuppressWarnings("resource") // runs until the JVM ends
    public Address startPostgres() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        EmbeddedInfrastructure.FAST_NOT_DURABLE.forEach(
                (name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        PostgreSQLContainer postgres =
                new PostgreSQLContainer(POSTGRES_IMAGE).withUsername(SUPERUSER).withPassword(SUPERUSER);
        postgres.setCommand(command.toArray(String[]::new));
        postgres.start();
        return new Address(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    }

    @Override
    @SuppressWarnings("resource") // runs until the JVM ends
    public KafkaAddresses startKafka(Address gate) {
        KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE)
                .withListener("0.0.0.0:" + GATED_PORT, gate::toString)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.addExposedPort(GATED_PORT);
        kafka.start();
        String bootstrap = kafka.getBootstrapServers();
        int colon = bootstrap.lastIndexOf(':');
        var direct = new Address(bootstrap.substring(0, colon), Integer.parseInt(bootstrap.substring(colon + 1)));
        return new KafkaAddresses(direct, new Address(kafka.getHost(), kafka.getMappedPort(GATED_PORT)));
    }
}
