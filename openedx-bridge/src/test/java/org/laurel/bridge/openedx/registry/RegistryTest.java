package org.laurel.bridge.openedx.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.avro.WriterSchema;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.stack.process.Ports;
import org.laurel.stack.registry.RegistryServer;

/** Against a real registry: Apicurio's server, which the build unpacks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTest {

    private final RegistryServer server;
    private final SchemaRegistry registry;

    RegistryTest(@TempDir Path folder) {
        server = new RegistryServer(
                Path.of("target", "registry"), folder, Path.of("target", "registry.log"), Ports.free());
        registry = new SchemaRegistry(settings(), Clock.systemUTC());
    }

    static List<OpenEdxEvent<?>> events() {
        return OpenEdxEvents.all();
    }

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        registry.close();
        server.stop();
    }

    @ParameterizedTest
    @MethodSource("events")
    void givesBackEverySchema(OpenEdxEvent<?> event) {
        // Given
        String schema = AvroSchemas.value(event);

        // When
        int id = registry.register("all-" + event.recordName(), schema);

        // Then
        assertThat(registry.schema(id, "all-value").map(WriterSchema::parse)).contains(WriterSchema.parse(schema));
        assertThat(registry.register("all-" + event.recordName(), schema)).isEqualTo(id);
    }

    @Test
    void givesOneIdToTheSchemaOfPythonAndToThatOfJava() {
        // Given
        String subject = "formats-" + OpenEdxEvents.ENROLLMENT_CREATED.recordName();
        String python = AvroSchemas.value(OpenEdxEvents.ENROLLMENT_CREATED);
        String java = WriterSchema.parse(python).schema().toString();

        // When
        int first = registry.register(subject, python);
        int second = registry.register(subject, java);

        // Then
        assertThat(java).isNotEqualTo(python);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void givesOneIdUnderAllSubjects() {
        // Given
        String schema = AvroSchemas.value(OpenEdxEvents.CERTIFICATE_CHANGED);

        // Then
        assertThat(registry.register("one-" + OpenEdxEvents.CERTIFICATE_CHANGED.recordName(), schema))
                .isEqualTo(registry.register("two-" + OpenEdxEvents.CERTIFICATE_CHANGED.recordName(), schema));
    }

    @Test
    void takesSchemasOfKeys() {
        // Given
        AvroSchemas.KeySchema key =
                AvroSchemas.key(OpenEdxEvents.ENROLLMENT_CREATED).orElseThrow();

        // When
        int id = registry.register("keys-" + key.type(), key.text());

        // Then
        WriterSchema read = WriterSchema.parse(registry.schema(id, "keys-key").orElseThrow());
        assertThat(read.schema().getType()).isEqualTo(Schema.Type.STRING);
    }

    @Test
    void readsAnIdWhateverSubjectIsNamed() {
        // Given
        String schema = AvroSchemas.value(OpenEdxEvents.XBLOCK_DELETED);
        int id = registry.register("named-" + OpenEdxEvents.XBLOCK_DELETED.recordName(), schema);

        // Then
        assertThat(registry.schema(id, "whatever-value").map(WriterSchema::parse))
                .contains(WriterSchema.parse(schema));
    }

    @Test
    void knowsNoUnknownId() {
        assertThat(registry.schema(1_000_000, "any-value")).isEmpty();
        assertThat(registry.schema(-1, "any-value")).isEmpty();
    }

    @Test
    void provesToBeThereBeforeItEverToldOfAnId() {
        // Given
        SchemaRegistry fresh = new SchemaRegistry(settings(), Clock.systemUTC());

        // When
        boolean proven = fresh.provesToBeThere();

        // Then
        assertThat(proven).isTrue();
        fresh.close();
    }

    @Test
    void refusesASchemaThatTheSubjectsRulesForbid() throws IOException, InterruptedException {
        // Given
        String subject = "ruled-" + OpenEdxEvents.COHORT_MEMBERSHIP_CHANGED.recordName();
        String schema = AvroSchemas.value(OpenEdxEvents.COHORT_MEMBERSHIP_CHANGED);
        registry.register(subject, schema);
        requireCompatibility(subject);

        // Then
        assertThatExceptionOfType(SchemaRefused.class)
                .isThrownBy(() -> registry.register(subject, schema.replace("course_key", "course_id")))
                .withMessageContaining(subject);
    }

    @Test
    void keepsItsIdsOverARestart() {
        // Given
        String schema = AvroSchemas.value(OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED);
        int id = registry.register("kept-" + OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.recordName(), schema);

        // When
        server.stop();
        server.start();

        // Then
        assertThat(registry.schema(id, "kept-value").map(WriterSchema::parse)).contains(WriterSchema.parse(schema));
    }

    private RegistrySettings settings() {
        return RegistrySettings.of(
                server.url().toString(), Optional.empty(), Optional.empty(), Duration.ofSeconds(20), false);
    }

    private void requireCompatibility(String subject) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/config/" + subject))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
