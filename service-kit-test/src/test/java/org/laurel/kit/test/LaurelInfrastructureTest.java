package org.laurel.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaurelInfrastructureTest {

    @AfterEach
    void restore() {
        LaurelInfrastructure.postgres().restore();
        LaurelInfrastructure.kafka().restore();
    }

    @Test
    void givesEachStartAnEmptyDatabase() throws SQLException {
        // Given
        Map<String, String> first = new LaurelInfrastructure().start();
        execute(first, "create table seen (id int)");

        // When
        Map<String, String> second = new LaurelInfrastructure().start();

        // Then
        execute(second, "create table seen (id int)");
        assertThat(second.get("laurel.db.url")).isNotEqualTo(first.get("laurel.db.url"));
    }

    @Test
    void cutsServicesOffFromPostgresAndConnectsThemAgain() throws SQLException {
        // Given
        Map<String, String> config = new LaurelInfrastructure().start();

        // When
        LaurelInfrastructure.postgres().cut();

        // Then
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(config, "select 1"));
        assertThat(Database.current().value("select 1")).isEqualTo("1");
        LaurelInfrastructure.postgres().restore();
        execute(config, "select 1");
    }

    @Test
    void letsServicesReachKafkaOnlyThroughTheGate() throws Exception {
        // Given
        Map<String, String> config = new LaurelInfrastructure().start();
        String gate = Objects.requireNonNull(config.get("laurel.kafka.bootstrap"));

        // When
        String advertised;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", gate))) {
            advertised = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.host() + ":" + node.port())
                    .findFirst()
                    .orElseThrow();
        }

        // Then
        assertThat(advertised).isEqualTo(gate);
        LaurelInfrastructure.kafka().cut();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> listTopics(gate));
    }

    @Test
    void keepsTheLimitsOfTheTopicsFile() {
        // Given
        new LaurelInfrastructure().start();
        String large = "x".repeat(1_000_000);

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Then
            probe.sendAll(List.of(PlatformEvent.on("laurel.course-structures", "any", "k", large)));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> probe.send(PlatformEvent.on("laurel.grades", "any", "k", large)));
        }
    }

    private static void listTopics(String bootstrap) throws ExecutionException, InterruptedException {
        Map<String, Object> hasty =
                Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", 500, "default.api.timeout.ms", 1_000);
        try (Admin admin = Admin.create(hasty)) {
            admin.listTopics().names().get();
        }
    }

    private static void execute(Map<String, String> config, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        config.get("laurel.db.url"), config.get("laurel.db.user"), config.get("laurel.db.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
