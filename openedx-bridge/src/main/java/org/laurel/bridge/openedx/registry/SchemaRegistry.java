package org.laurel.bridge.openedx.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * A schema registry with Confluent's API. Answers are not kept here, except that an unknown id is not asked for again at once:
 * what it knows never changes, what it does not know may be registered any moment. Source: enrollment-and-events §7.
 */
@Startup
@Singleton
public class SchemaRegistry {

    /** How long an unknown id stays unknown without being asked for. */
    static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

    private static final int MOST_UNKNOWN = 1_000;
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Instant> unknown = new ConcurrentHashMap<>();
    private final RegistryCalls calls;
    private final Clock clock;

    SchemaRegistry(RegistrySettings settings, Clock clock) {
        this.calls = new RegistryCalls(settings, clock);
        this.clock = clock;
    }

    /**
     * Registers a schema under a subject, which changes nothing when it is registered already.
     *
     * @return the id, which is the same under all subjects
     * @throws UnprocessableEvent {@code refused_schema} when the subject's earlier schemas or rules do not allow it
     * @throws RegistryUnavailable when it is not known
     */
    public int register(String subject, String schema) {
        String path = "/subjects/" + encoded(subject) + "/versions?normalize=False";
        HttpResponse<String> answer = calls.post(path, body(schema));
        return switch (answer.statusCode()) {
            case 200 -> id(answer);
            case 409 -> throw refused(subject, "it is not compatible with the subject's earlier schemas");
            case 422 -> throw refused(subject, "it breaks a rule of the subject");
            default -> throw unexpected(answer);
        };
    }

    /**
     * The schema of an id, empty when the registry has none.
     *
     * @param subject where the id was met; no registry needs it
     * @throws UnprocessableEvent {@code bad_schema} when the id is of a schema in another language than Avro
     * @throws RegistryUnavailable when it is not known
     */
    public Optional<String> schema(int id, String subject) {
        if (isUnknown(id)) {
            return Optional.empty();
        }
        HttpResponse<String> answer =
                calls.get("/schemas/ids/" + Integer.toUnsignedString(id) + "?subject=" + encoded(subject));
        if (answer.statusCode() == 404 && isSchemaNotFound(answer)) {
            remember(id);
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw unexpected(answer);
        }
        JsonNode document = document(answer);
        if (!document.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw new UnprocessableEvent("bad_schema", "schema " + id + " is no Avro schema");
        }
        return Optional.of(text(document));
    }

    @PreDestroy
    void close() {
        calls.close();
    }

    private boolean isUnknown(int id) {
        Instant since = unknown.get(id);
        return since != null && clock.instant().isBefore(since.plus(UNKNOWN_FOR));
    }

    private void remember(int id) {
        if (unknown.size() >= MOST_UNKNOWN) {
            unknown.clear();
        }
        unknown.put(id, clock.instant());
    }

    private String body(String schema) {
        return json.createObjectNode().put("schema", schema).toString();
    }

    private int id(HttpResponse<String> answer) {
        JsonNode id = document(answer).path("id");
        if (!id.canConvertToInt() || !id.isIntegralNumber() || id.asInt() < 1) {
            throw garbled();
        }
        return id.asInt();
    }

    private static String text(JsonNode document) {
        JsonNode schema = document.path("schema");
        if (!schema.isTextual()) {
            throw garbled();
        }
        return schema.asText();
    }

    private JsonNode document(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException garbage) {
            throw garbled();
        }
    }

    /** A 404 of anything else comes from a wrong address, and no record is to be parked for that. */
    private boolean isSchemaNotFound(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body()).path("error_code").asInt() == SCHEMA_NOT_FOUND;
        } catch (JsonProcessingException garbage) {
            return false;
        }
    }

    private static RegistryUnavailable garbled() {
        return new RegistryUnavailable("answers what no registry answers; is something else at its address?", null);
    }

    private static RegistryUnavailable unexpected(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401, 403 ->
                new RegistryUnavailable(
                        "refuses our credentials (" + answer.statusCode()
                                + "); set laurel.openedx.registry-key and -secret",
                        null);
            case 404 -> new RegistryUnavailable("is not at this address (404); is the path of its URL missing?", null);
            default -> new RegistryUnavailable("answers " + answer.statusCode(), null);
        };
    }

    private static UnprocessableEvent refused(String subject, String why) {
        return new UnprocessableEvent(
                "refused_schema", "the schema registry refuses the schema of subject " + subject + ": " + why);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
