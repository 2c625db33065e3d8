package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rendered base. Without kubectl only {@link KubernetesFilesTest} looks at the files. */
class KubernetesTest {

    private static Kustomization base = new Kustomization(List.of());

    static List<DeployedService> services() {
        return DeployedService.everywhere();
    }

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        Optional<Kustomization> rendered = Kustomization.render("deploy/k8s/base");
        assumeThat(rendered).as("kubectl is installed").isPresent();
        base = rendered.orElseThrow();
    }

    @Test
    void deploysEveryService() {
        // Given
        Set<String> services =
                DeployedService.everywhere().stream().map(DeployedService::name).collect(Collectors.toSet());

        // When
        Set<String> deployed = base.ofKind("Deployment").keySet();

        // Then
        assertThat(deployed).isEqualTo(services);
        assertThat(base.ofKind("Service").keySet()).isEqualTo(services);
    }

    @ParameterizedTest
    @MethodSource("services")
    void setsWhatTheServiceNeedsAndNothingThatItDoesNotRead(DeployedService service) {
        // Given
        JsonNode container = container(service);

        // When
        Set<String> names = new HashSet<>();
        Nodes.list(container.path("env"))
                .forEach(variable -> names.add(variable.path("name").asText()));
        names.addAll(Nodes.names(commonConfiguration(container)));

        // Then
        assertThat(service.environmentNames()).containsAll(names);
        assertThat(names).containsAll(service.requiredNames());
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensOnThePortThatTheServiceNames(DeployedService service) {
        // Given
        JsonNode container = container(service);

        // When
        JsonNode port = container.path("ports").path(0);

        // Then
        assertThat(port.path("containerPort").asInt()).isEqualTo(service.port());
        assertThat(variable(container, "LAUREL_HTTP_PORT").path("value").asText())
                .isEqualTo(Integer.toString(service.port()));
        JsonNode routed = found("Service", service).path("spec");
        assertThat(routed.path("ports").path(0).path("targetPort")).isEqualTo(port.path("name"));
        String label = "app.kubernetes.io/name";
        assertThat(routed.path("selector").path(label))
                .isEqualTo(pod(service).path("metadata").path("labels").path(label));
    }

    @ParameterizedTest
    @MethodSource("services")
    void takesDatabaseAccessFromASecretOfItsOwn(DeployedService service) {
        // Given
        JsonNode container = container(service);

        // When
        List<JsonNode> references = List.of("LAUREL_DB_URL", "LAUREL_DB_USER", "LAUREL_DB_PASSWORD").stream()
                .map(name -> variable(container, name).path("valueFrom").path("secretKeyRef"))
                .toList();

        // Then
        assertThat(references)
                .allMatch(reference -> reference.path("name").asText().equals(service.name() + "-database"))
                .extracting(reference -> reference.path("key").asText())
                .containsExactly("jdbc-uri", "username", "password");
        assertThat(base.ofKind("Secret")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void asksForTheHealthOfTheServiceAndEndsItGracefully(DeployedService service) {
        // Given
        JsonNode container = container(service);
        long serviceGrace = Long.parseLong(Settings.properties("service-kit", "META-INF/microprofile-config.properties")
                .getProperty("quarkus.shutdown.timeout")
                .replace("s", ""));

        // When
        List<String> probes = List.of("startupProbe", "readinessProbe", "livenessProbe").stream()
                .map(probe -> container.path(probe).path("httpGet").path("path").asText())
                .toList();

        // Then
        assertThat(probes).containsExactly("/q/health/started", "/q/health/ready", "/q/health/live");
        assertThat(pod(service)
                        .path("spec")
                        .path("terminationGracePeriodSeconds")
                        .asLong())
                .isGreaterThan(serviceGrace + 5);
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsWithoutRootOnAReadOnlyFileSystem(DeployedService service) {
        // Given
        JsonNode spec = pod(service).path("spec");

        // When
        JsonNode security = spec.path("securityContext");

        // Then
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(security.path("runAsUser").asInt()).isEqualTo(10001);
        JsonNode container = container(service).path("securityContext");
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/k8s/overlays/example", "deploy/kafka"})
    void theOtherFoldersRenderToo(String folder) throws IOException, InterruptedException {
        // Given
        Set<String> names = new HashSet<>();

        // When
        Kustomization rendered = Kustomization.render(folder).orElseThrow();

        // Then
        rendered.resources().forEach(resource -> names.add(resource.path("kind").asText()));
        assertThat(names).contains("ConfigMap").containsAnyOf("Deployment", "Job");
    }

    @Test
    void theAlertsAreAnOptionalPartThatWatchesThePodsOfTheBase() throws IOException, InterruptedException {
        // Given
        JsonNode monitored =
                Repository.yaml("deploy/k8s/alerts/pod-monitor.yaml").path("spec");

        // When
        Kustomization alerts = Kustomization.render("deploy/k8s/alerts").orElseThrow();

        // Then
        assertThat(alerts.ofKind("PrometheusRule")).containsOnlyKeys("laurel");
        assertThat(base.ofKind("PrometheusRule")).isEmpty();
        base.ofKind("Deployment").values().forEach(deployment -> {
            JsonNode pod = deployment.path("spec").path("template");
            JsonNode labels = pod.path("metadata").path("labels");
            monitored
                    .path("selector")
                    .path("matchLabels")
                    .properties()
                    .forEach(label -> assertThat(labels.path(label.getKey())).isEqualTo(label.getValue()));
            assertThat(labels.has(monitored.path("jobLabel").asText())).isTrue();
            assertThat(pod.path("spec")
                            .path("containers")
                            .path(0)
                            .path("ports")
                            .path(0)
                            .path("name"))
                    .isEqualTo(monitored.path("podMetricsEndpoints").path(0).path("port"));
        });
    }

    @Test
    void theBridgeIsAnOptionalPartForWhichRetirementsWait(@TempDir Path overlay)
            throws IOException, InterruptedException {
        // Given
        Path folder =
                overlay.toRealPath().relativize(Repository.file("deploy/k8s").toRealPath());
        Files.writeString(
                overlay.resolve("kustomization.yaml"),
                "resources: [%1$s/base]\ncomponents: [%1$s/openedx]\n".formatted(folder));

        // When
        Map<String, JsonNode> deployments =
                Kustomization.render(overlay.toString()).orElseThrow().ofKind("Deployment");

        // Then
        JsonNode bridge = Objects.requireNonNull(deployments.get("bridge")).at("/spec/template");
        assertThat(bridge.at("/metadata/labels")
                        .path("app.kubernetes.io/part-of")
                        .asText())
                .isEqualTo("laurel");
        JsonNode container =
                Objects.requireNonNull(deployments.get("enrollment")).at("/spec/template/spec/containers/0");
        assertThat(List.of(variable(container, "LAUREL_RETIREMENT_SERVICES")
                        .path("value")
                        .asText()
                        .split(",")))
                .containsExactlyInAnyOrderElementsOf(DeployedService.names());
    }

    @Test
    void operationsNameEveryMetricThatAlerts() {
        // Given
        String rules = Repository.yaml("deploy/k8s/alerts/prometheus-rule.yaml").toString();

        // When
        List<String> metrics = Pattern.compile("laurel_[a-z_]+")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        // Then
        assertThat(Repository.text("docs/operations.md"))
                .contains(metrics.stream().map(metric -> "| `" + metric + "` |").toList());
    }

    private static JsonNode pod(DeployedService service) {
        return found("Deployment", service).path("spec").path("template");
    }

    private static JsonNode found(String kind, DeployedService service) {
        return Objects.requireNonNull(base.ofKind(kind).get(service.name()));
    }

    private static JsonNode container(DeployedService service) {
        return pod(service).path("spec").path("containers").path(0);
    }

    private static JsonNode commonConfiguration(JsonNode container) {
        String name = container
                .path("envFrom")
                .path(0)
                .path("configMapRef")
                .path("name")
                .asText();
        return Objects.requireNonNull(base.ofKind("ConfigMap").get(name)).path("data");
    }

    private static JsonNode variable(JsonNode container, String name) {
        List<JsonNode> found = new ArrayList<>(Nodes.list(container.path("env")));
        found.removeIf(variable -> !variable.path("name").asText().equals(name));
        return found.getFirst();
    }
}
