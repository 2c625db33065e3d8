package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the base as they are, for machines without kubectl. */
class KubernetesFilesTest {

    private static final String INGRESS = "deploy/k8s/base/ingress.yaml";

    static List<DeployedService> services() {
        return DeployedService.all();
    }

    @Test
    void theBaseListsEveryServiceThatIsAlwaysThere() {
        // Given
        Set<String> services = DeployedService.everywhere().stream()
                .map(service -> "../services/" + service.name())
                .collect(Collectors.toSet());

        // When
        List<String> resources = Nodes.texts(
                Repository.yaml("deploy/k8s/base/kustomization.yaml").path("resources"));

        // Then
        assertThat(resources).containsAll(services).contains("ingress.yaml");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceNamesItsPortAndItsImage(DeployedService service) {
        // Given
        String file = "deploy/k8s/services/" + service.name() + "/kustomization.yaml";

        // When
        JsonNode kustomization = Repository.yaml(file);

        // Then
        assertThat(kustomization.path("patches").path(0).path("patch").asText())
                .contains("containerPort, value: " + service.port() + "}")
                .contains("env/0/value, value: \"" + service.port() + "\"}");
        assertThat(kustomization.path("images").path(0).path("newName").asText())
                .isEqualTo("laurel/" + service.name());
    }

    @Test
    void thePatternOfAServiceDoesNotRunAsRoot() {
        // Given
        JsonNode deployment = Repository.yaml("deploy/k8s/service/deployment.yaml");

        // When
        JsonNode security =
                deployment.path("spec").path("template").path("spec").path("securityContext");

        // Then
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
    }

    @Test
    void theIngressFollowsTheRouteFile() throws IOException {
        // Given
        Map<String, Set<String>> services = new TreeMap<>();
        Route.all()
                .forEach(route -> services.computeIfAbsent(route.withoutWildcard(), prefix -> new TreeSet<>())
                        .add(route.service()));

        // When
        List<String> lines = services.entrySet().stream()
                .map(entry -> "- {path: %s, pathType: Prefix, backend: {service: {name: %s, port: {name: http}}}}"
                        .formatted(entry.getKey(), entry.getValue().iterator().next()))
                .toList();

        // Then
        assertThat(services)
                .as("prefixes cut before a wildcard")
                .allSatisfy((prefix, answering) -> assertThat(answering).hasSize(1));
        new GeneratedSection(INGRESS, "paths").check(lines);
    }
}
