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

    /** So often asking for one id must fail, while the registry proves to be there, before the id is taken for the reason. */
    static final int SUSPICIOUS = 5;

    private static final int MOST_UNKNOWN = 1_000;
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Instant> unknown = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();
    private final RegistryCalls calls;
    private final Clock clock;
    /** An id that the registry told of; 0 before the first. */
    private volatile int sound;

    SchemaRegistry(RegistrySettings settings, Clock clock) {
        this.calls = new RegistryCalls(settings, clock);
        this.clock = clock;
    }

    /**
     * Registers a schema under a subject, which changes nothing when it is registered already.
     *
     * @return the id, which is the same under all subjects
     * @throws SchemaRefused when the registry does not take it: its mode, the subject's rules or our rights do not allow it
     * @throws RegistryUnavailable when it is not known
     */
    public int register(String subject, String schema) {
        String path = "/subjects/" + encoded(subject) + "/versions?normalize=False";
        HttpResponse<String> answer = calls.post(path, body(schema));
        return switch (answer.statusCode()) {
            case 200 -> {
                int id = id(answer);
                sound = id;
                yield id;
            }
            case 403 -> throw new SchemaRefused(subject, 403, "may our credentials register schemas?");
            case 409 ->
                throw new SchemaRefused(
                        subject, 409, "it is not compatible with earlier ones; is the subject's compatibility NONE?");
            case 422 -> throw new SchemaRefused(subject, 422, "is it read-only, or does it have rules for schemas?");
            default -> throw unexpected(answer);
        };
    }

    /**
     * The schema of an id, empty when the registry has none. An id for which it gives no sound answer, although it proves to be
     * there, is taken for one that it does not have: a garbled record must not be waited for. It has to prove it before and after
     * the answer that counts, since a registry that comes back says nothing of what was asked while it was away.
     *
     * @param subject where the id was met; no registry needs it
     * @throws UnprocessableEvent {@code bad_schema} when the id is of a schema in another language than Avro
     * @throws RegistryUnavailable when it is not known
     */
    public Optional<String> schema(int id, String subject) {
        if (id < 1 || isUnknown(id)) {
            return Optional.empty();
        }
        Optional<String> found;
        try {
            found = found(id, calls.get(path(id, subject)));
        } catch (RegistryUnavailable failure) {
            found = judged(id, subject, failure);
        }
        failures.remove(id);
        found.ifPresentOrElse(schema -> sound = id, () -> remember(id));
        return found;
    }

    /** Whether the registry is there and is one: it answers now, at the first try, as only a registry does. */
    boolean provesToBeThere() {
        try {
            int known = sound;
            if (known > 0) {
                HttpResponse<String> answer = calls.getOnce(path(known, "any"));
                if (!isSchemaNotFound(answer)) {
                    return answer.statusCode() == 200;
                }
                sound = 0; // it was set up anew
            }
            HttpResponse<String> subjects = calls.getOnce("/subjects");
            return subjects.statusCode() == 200 && document(subjects).isArray();
        } catch (RegistryUnavailable away) {
            return false;
        }
    }

    @PreDestroy
    void close() {
        calls.close();
    }

    private Optional<String> judged(int id, String subject, RegistryUnavailable failure) {
        if (!provesToBeThere()) {
            throw failure;
        }
        try {
            return found(id, calls.getOnce(path(id, subject)));
        } catch (RegistryUnavailable again) {
            if (provesToBeThere() && (again instanceof OddAnswer || isSuspicious(id))) {
                return Optional.empty();
            }
            throw again;
        }
    }

    private Optional<String> found(int id, HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(avro(id, document(answer)));
            case 400, 404, 422 -> {
                if (isSchemaNotFound(answer)) {
                    yield Optional.empty();
                }
                throw new OddAnswer(unexpected(answer));
            }
            default -> throw unexpected(answer);
        };
    }

    private boolean isSuspicious(int id) {
        if (failures.size() >= MOST_UNKNOWN) {
            failures.clear();
        }
        return failures.merge(id, 1, Integer::sum) >= SUSPICIOUS;
    }

    private static String path(int id, String subject) {
        return "/schemas/ids/" + id + "?subject=" + encoded(subject);
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

    private static String avro(int id, JsonNode document) {
        if (!document.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw new UnprocessableEvent("bad_schema", "schema " + id + " is no Avro schema");
        }
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

    /** A refusal that is about the id, if a registry gives it at all. */
    private static final class OddAnswer extends RegistryUnavailable {

        private static final long serialVersionUID = 1L;

        OddAnswer(RegistryUnavailable answer) {
            super(answer);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
