package org.laurel.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code kubectl kustomize} makes of a folder.
 *
 * @param resources all resources
 */
record Kustomization(List<JsonNode> resources) {

    /**
     * Renders a folder.
     *
     * @return empty when kubectl is not installed
     */
    static Optional<Kustomization> render(String folder) throws IOException, InterruptedException {
        Process kubectl;
        try {
            kubectl = new ProcessBuilder(
                            "kubectl", "kustomize", Repository.file(folder).toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new IOException("kubectl kustomize " + folder + ": " + output);
        }
        return Optional.of(new Kustomization(Repository.documents(output)));
    }

    /** The resources of a kind by their name. */
    Map<String, JsonNode> ofKind(String kind) {
        return resources.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .collect(Collectors.toMap(
                        resource -> resource.path("metadata").path("name").asText(), resource -> resource));
    }
}
