package org.laurel.stack.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.rest.JsonClient;

/** Asks all services, through their common origin, what they hold about a learner. */
public final class LearnerExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int NOT_FOUND = 404;

    /** They know learners by username; enrollment-service by the id that they answer. */
    private static final List<LaurelService> BY_USERNAME =
            List.of(LaurelService.CERTIFICATES, LaurelService.PROGRAMS, LaurelService.COMPLETION);

    private final JsonClient client;

    /**
     * An export.
     *
     * @param url origin of Laurel
     * @param token bearer token of the learner, of staff or of a service client
     */
    public LearnerExport(String url, String token) {
        this.client = new JsonClient(url, token, LIMIT);
    }

    /**
     * One document with those of all services; null for a service that does not know the learner.
     *
     * @param learnerId null when the services have to tell it; without any that does, the username is taken for it
     * @throws StackFailure when a service refuses or does not answer, none knows the learner, or they speak of several
     */
    public JsonNode of(String username, @Nullable String learnerId) {
        Map<LaurelService, Optional<JsonNode>> documents = new LinkedHashMap<>();
        for (LaurelService service : BY_USERNAME) {
            documents.put(service, document(service, username));
        }
        String id = learnerId == null ? told(documents).orElse(username) : learnerId;
        documents.put(LaurelService.ENROLLMENT, document(LaurelService.ENROLLMENT, id));
        if (documents.values().stream().noneMatch(Optional::isPresent)) {
            throw new StackFailure(
                    "No service knows a learner of this name.", "Give --learner-id if the name has changed.");
        }
        requireOneLearner(documents, id);
        ObjectNode services = JSON.createObjectNode();
        documents.forEach((service, document) -> services.set(
                service.label(), document.orElseGet(() -> JSON.getNodeFactory().nullNode())));
        return JSON.createObjectNode()
                .put("username", username)
                .put("learner_id", id)
                .set("services", services);
    }

    /** A username may have changed hands between two services' hearing of it. */
    private static void requireOneLearner(Map<LaurelService, Optional<JsonNode>> documents, String id) {
        documents.forEach((service, document) -> document.ifPresent(content -> {
            if (!id.equals(content.path("learner_id").textValue())) {
                throw new StackFailure(
                        service.label() + " does not speak of the learner with the id " + id + ".",
                        "Give the name that the learner has now; if it is new, wait until all services have heard of it.");
            }
        }));
    }

    private static Optional<String> told(Map<LaurelService, Optional<JsonNode>> documents) {
        return documents.values().stream()
                .flatMap(Optional::stream)
                .map(document -> document.path("learner_id").textValue())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<JsonNode> document(LaurelService service, String learner) {
        String path = "/api/" + service.label() + "/v1/learners/" + JsonClient.encoded(learner) + "/data";
        HttpResponse<String> response = client.send(client.request(path).GET().build());
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(client.accepted(response));
    }
}
