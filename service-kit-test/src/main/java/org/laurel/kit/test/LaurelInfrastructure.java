package org.laurel.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.laurel.kit.test.infra.SharedServers;

/**
 * Gives Quarkus tests a real PostgreSQL and a real Kafka: embedded ones, or containers with
 * {@code -Dlaurel.test.infra=containers}. Both start once per JVM and serve all test classes and profiles; each start of the
 * application gets an empty database. All Laurel topics exist, and no others unless a test creates them.
 *
 * <p>Use it with {@code @QuarkusTestResource(LaurelInfrastructure.class)} on one test class of a module. The application
 * reads the same keys as in production: {@code laurel.db.url}, {@code laurel.db.user}, {@code laurel.db.password},
 * {@code laurel.kafka.bootstrap}, {@code laurel.jwt.public-key} and {@code laurel.jwt.issuer}.
 */
public class LaurelInfrastructure implements QuarkusTestResourceLifecycleManager {

    /** Who signs tokens in tests and in the local stack. */
    public static final String ISSUER = "https://laurel.local";

    /**
     * Init argument: {@code false} for the servers' own addresses. By default services reach them through {@link Gate}s, whose work
     * would count where the work of services is measured.
     */
    public static final String GATED = "gated";

    /** Role and password of the services under test. */
    static final String SERVICE_ROLE = "laurel";

    private boolean isGated = true;

    @Override
    public void init(Map<String, String> arguments) {
        isGated = !"false".equals(arguments.get(GATED));
    }

    @Override
    public Map<String, String> start() {
        SharedServers servers = SharedServers.get();
        String database = servers.newDatabase();
        return Map.of(
                "laurel.db.url",
                "jdbc:postgresql://" + (isGated ? servers.gatedPostgres() : servers.postgres()) + "/" + database,
                "laurel.db.user",
                SERVICE_ROLE,
                "laurel.db.password",
                SERVICE_ROLE,
                "laurel.kafka.bootstrap",
                isGated ? servers.gatedKafka() : servers.kafka(),
                "laurel.jwt.public-key",
                servers.publicKeyFile().toString(),
                "laurel.jwt.issuer",
                ISSUER,
                "quarkus.http.test-port",
                "0");
    }

    /** Leaves the servers running for the next test class; they stop with the JVM. */
    @Override
    public void stop() {}

    /** The way from the services under test to PostgreSQL. */
    public static Gate postgres() {
        SharedServers servers = SharedServers.get();
        return new Gate(servers::cutPostgres, servers::restorePostgres);
    }

    /** The way from the services under test to Kafka. */
    public static Gate kafka() {
        SharedServers servers = SharedServers.get();
        return new Gate(servers::cutKafka, servers::restoreKafka);
    }

    /** Creates a topic that only a test needs; does nothing when it exists. */
    public static void createTopic(String name, int partitions) {
        SharedServers.get().createTopic(name, partitions);
    }
}
