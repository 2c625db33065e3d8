package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

    private final JsonNode containers = Repository.yaml("docker-compose.yml").path("services");

    static List<DeployedService> services() {
        return DeployedService.all();
    }

    @Test
    void startsEveryServiceFromTheOneDockerfile() {
        // Given
        Set<String> services = DeployedService.names();

        // When
        Set<String> built = Nodes.names(containers).stream()
                .filter(name -> containers.path(name).has("build"))
                .collect(Collectors.toSet());

        // Then
        assertThat(built).isEqualTo(services);
        assertThat(built).allSatisfy(name -> {
            JsonNode build = containers.path(name).path("build");
            assertThat(build.path("dockerfile").asText()).isEqualTo("deploy/docker/Dockerfile");
            assertThat(build.path("args").path("SERVICE").asText()).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void setsWhatTheServiceNeedsAndNothingThatItDoesNotRead(DeployedService service) {
        // Given
        JsonNode environment = environment(service);

        // When
        Set<String> names = Nodes.names(environment);

        // Then
        names.remove("LAUREL_PORT");
        assertThat(service.environmentNames()).containsAll(names);
        assertThat(names).containsAll(service.requiredNames());
    }

    @Test
    void whoeverStartsTheBridgeCanLetRetirementsWaitForIt() {
        // Given
        DeployedService enrollment = DeployedService.named("enrollment");

        // When
        String services =
                environment(enrollment).path("LAUREL_RETIREMENT_SERVICES").asText();

        // Then
        assertThat(services)
                .isEqualTo("${LAUREL_RETIREMENT_SERVICES:-%s}"
                        .formatted(enrollment.properties().getProperty("laurel.retirement.services")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensOnThePortOfTheServiceAndPublishesNone(DeployedService service) {
        // Given
        int port = service.port();

        // When
        List<String> published = Nodes.texts(containers.path(service.name()).path("ports"));

        // Then
        assertThat(environment(service).path("LAUREL_HTTP_PORT").asInt()).isEqualTo(port);
        assertThat(published).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void thePublicAddressFollowsThePublishedPort(DeployedService service) {
        // Given
        String published = "127.0.0.1:%s:8080"
                .formatted(environment(service).path("LAUREL_PORT").asText());

        // When
        List<String> ports = Nodes.texts(containers.path("proxy").path("ports"));

        // Then
        assertThat(ports).containsExactly(published);
        assertThat(environment(service).path("LAUREL_PUBLIC_URL").isNull()).isTrue();
        assertThat(Nodes.texts(containers.path(service.name()).path("volumes")))
                .contains("./deploy/compose/service.properties:/app/config/application.properties:ro");
        assertThat(Repository.text("deploy/compose/service.properties"))
                .contains("laurel.public-url=http://localhost:${laurel.port}\n");
    }

    @Test
    void dockerComposeAcceptsTheFile() {
        // Given
        Optional<List<String>> compose = Stream.of(List.of("docker-compose"), List.of("docker", "compose"))
                .filter(command -> exitCode(command, "version") == 0)
                .findFirst();
        assumeThat(compose).as("docker-compose is installed").isPresent();

        // When
        int code = exitCode(compose.orElseThrow(), "config", "-q");

        // Then
        assertThat(code).isZero();
    }

    @ParameterizedTest
    @MethodSource("services")
    void makesTheDatabaseThatTheServiceUses(DeployedService service) {
        // Given
        String variable = service.name().toUpperCase(java.util.Locale.ROOT) + "_DB_PASSWORD";

        // When
        JsonNode environment = environment(service);

        // Then
        assertThat(environment.path("LAUREL_DB_URL").asText())
                .isEqualTo("jdbc:postgresql://postgres:5432/" + service.name());
        assertThat(environment.path("LAUREL_DB_USER").asText()).isEqualTo(service.name());
        assertThat(environment.path("LAUREL_DB_PASSWORD"))
                .isEqualTo(containers.path("postgres").path("environment").path(variable));
        assertThat(Repository.text("deploy/compose/create-databases.sh"))
                .contains("database %s \"$%s\"".formatted(service.name(), variable));
    }

    @ParameterizedTest
    @MethodSource("services")
    void waitsForDatabaseTopicsAndKeys(DeployedService service) {
        // Given
        JsonNode container = containers.path(service.name());

        // When
        JsonNode waitsFor = container.path("depends_on");

        // Then
        assertThat(waitsFor.path("postgres").path("condition").asText()).isEqualTo("service_healthy");
        assertThat(waitsFor.path("topics").path("condition").asText()).isEqualTo("service_completed_successfully");
        assertThat(waitsFor.path("keys").path("condition").asText()).isEqualTo("service_completed_successfully");
    }

    @Test
    void theProxyWaitsForEveryServiceThatIsAlwaysThere() {
        // Given
        Set<String> services =
                DeployedService.everywhere().stream().map(DeployedService::name).collect(Collectors.toSet());

        // When
        Set<String> waitsFor = Nodes.names(containers.path("proxy").path("depends_on"));

        // Then
        assertThat(waitsFor).isEqualTo(services);
    }

    @Test
    void everyPasswordCanBeReplaced() {
        // Given
        List<JsonNode> environments = Nodes.list(containers).stream()
                .map(container -> container.path("environment"))
                .toList();

        // When
        List<String> passwords = environments.stream()
                .flatMap(environment -> Nodes.names(environment).stream()
                        .filter(name -> name.contains("PASSWORD"))
                        .map(name -> environment.path(name).asText()))
                .toList();

        // Then
        assertThat(passwords).isNotEmpty().allMatch(value -> value.matches("\\$\\{[A-Z_]+_PASSWORD:-[^}]+}"));
    }

    @Test
    void nothingListensBeyondTheMachine() {
        // Given
        List<JsonNode> all = Nodes.list(containers);

        // When
        List<String> ports = all.stream()
                .flatMap(container -> Nodes.texts(container.path("ports")).stream())
                .toList();

        // Then
        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    /** The exit code of a command at the root of the repository; -1 when there is no such program. */
    private static int exitCode(List<String> command, String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(line)
                    .directory(Repository.file("").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notInstalled) {
            return -1;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode environment(DeployedService service) {
        return containers.path(service.name()).path("environment");
    }
}
