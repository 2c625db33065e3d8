package org.laurel.stack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.rest.JsonClient;

/** Asks all services for the flow of a learner's facts. One that does not answer is noted, and the others tell what they know. */
public final class Tracing {

    private static final int PAGE = 500;

    private final JsonClient client;
    private final List<LaurelService> services;

    /**
     * A question to services.
     *
     * @param services all that the deployment has
     */
    public Tracing(JsonClient client, List<LaurelService> services) {
        this.client = client;
        this.services = services;
    }

    /**
     * The id of the learner with this username.
     *
     * @throws StackFailure when there is none, or enrollment-service does not answer
     */
    public String learnerId(String username) {
        JsonNode found = get("/api/enrollment/v1/learners?username=" + JsonClient.encoded(username));
        JsonNode id = found.path("results").path(0).path("learner_id");
        if (id.isMissingNode()) {
            throw new StackFailure(
                    "No learner has the username " + username + ".",
                    "Give --learner, the learner's id, if the name has changed.");
        }
        return id.asText();
    }

    /**
     * What all services tell.
     *
     * @param learner null for the facts of the course run alone
     * @param course null for all course runs
     * @param from null for all that is kept
     */
    public Trace of(@Nullable String learner, @Nullable String course, @Nullable Instant from) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> silent = new LinkedHashMap<>();
        for (LaurelService service : services) {
            try {
                steps.addAll(steps(service, query(learner, course, from)));
            } catch (StackFailure failure) {
                silent.put(service.label(), failure.what());
            }
        }
        return new Trace(steps, silent);
    }

    private List<Step> steps(LaurelService service, String query) {
        List<Step> steps = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(service.operationsPath() + "/flow?limit=" + PAGE + query
                    + (cursor.isEmpty() ? "" : "&after=" + JsonClient.encoded(cursor)));
            page.path("results").forEach(entry -> steps.add(new Step(entry)));
            cursor = page.hasNonNull("next_cursor") ? page.get("next_cursor").asText() : "";
        } while (!cursor.isEmpty());
        return steps;
    }

    private static String query(@Nullable String learner, @Nullable String course, @Nullable Instant from) {
        return (learner == null ? "" : "&learner=" + JsonClient.encoded(learner))
                + (course == null ? "" : "&course=" + JsonClient.encoded(course))
                + (from == null ? "" : "&from=" + JsonClient.encoded(from.toString()));
    }

    private JsonNode get(String path) {
        return client.accepted(client.send(client.request(path).GET().build()));
    }
}
