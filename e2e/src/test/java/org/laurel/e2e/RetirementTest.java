package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.e2e.Platform.soon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.Topic;
import org.laurel.stack.Stack;
import org.laurel.stack.StackConfig;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;
import org.laurel.stack.token.TokenRequest;

/**
 * A learner's words are planted through every input, the learner is retired, and none of them is found afterwards in any
 * database, topic, file or log. Cooling-off and retention take seconds here.
 */
class RetirementTest {

    private static final Path DATA = Path.of("target", "stack-retirement").toAbsolutePath();
    private static final int PLANTED = 15;

    private final Canaries canaries = Canaries.fresh();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private Stack stack;
    private Platform platform;
    private Learner learner;
    private CourseRun course;

    @BeforeEach
    void start() throws IOException {
        StackExtension.delete(DATA);
        stack = Stack.start(StackConfig.isolated(DATA)
                .withSettings(Map.of(
                        "LAUREL_RETIREMENT_COOLING_OFF", "2s",
                        "LAUREL_RETIREMENT_EVERY", "1s",
                        "LAUREL_RETIREMENT_TOPIC_MEMORY", "5s")));
        platform = Platform.of(stack);
        course = CourseRun.of(platform.run(), "Leaving");
        learner = new Learner(
                "leaver", Learner.of(platform.run(), "leaver", "").id(), canaries.word(1), "Full " + canaries.word(3));
    }

    @AfterEach
    void stop() {
        platform.close();
        http.close();
        stack.close();
    }

    @Test
    void noneOfTheWordsIsLeft() throws Exception {
        // Given
        Remains remains = new Remains(stack, canaries);
        plant(remains);
        soon().untilAsserted(() -> {
            Set<String> found = new TreeSet<>();
            remains.inDatabases().values().forEach(found::addAll);
            assertThat(found).hasSize(PLANTED);
        });
        assertThat(remains.inTopics()).isNotEmpty();
        assertThat(remains.inFiles(DATA)).isNotEmpty();

        // When
        JsonNode asked =
                answer(call("POST", "/api/user/v1/accounts/deactivate_logout/", own(), "{\"password\": \"x\"}"));

        // Then
        assertThat(asked.isMissingNode()).isTrue();
        String retirement = retirementPath();
        soon().untilAsserted(() -> assertThat(get(retirement).path("services").findValuesAsText("reported_at"))
                .hasSize(4)
                .doesNotContain("null"));
        forget();
        soon().untilAsserted(() -> assertThat(remains.inTopics()).isEmpty());
        soon().untilAsserted(
                        () -> assertThat(get(retirement).path("stage").asText()).isEqualTo("complete"));
        assertThat(remains.inDatabases()).isEmpty();
        soon().untilAsserted(() -> assertThat(remains.inFiles(DATA)).isEmpty());
        assertThat(call("PUT", learnerPath() + "-other", service(), account(20)).statusCode())
                .isEqualTo(409);
    }

    private void plant(Remains remains) throws Exception {
        accepted(call("PUT", learnerPath(), service(), account(4)));
        platform.registration().course(course);
        accepted(call("PUT", learnerPath(), service(), account(3)));
        accepted(call(
                "PUT",
                learnerPath() + "/profile",
                own(),
                json.writeValueAsString(Map.of(
                        "bio", "I am " + canaries.word(5),
                        "city", canaries.word(6),
                        "goals", canaries.word(7),
                        "mailing_address", canaries.word(8),
                        "meta", Map.of("nickname", canaries.word(9))))));
        accepted(call(
                "POST",
                "/api/enrollment/v1/enrollment",
                service(),
                json.writeValueAsString(Map.of(
                        "user", learner.username(),
                        "mode", "verified",
                        "is_active", true,
                        "enrollment_attributes",
                                List.of(Map.of("namespace", "order", "name", "note", "value", canaries.word(10))),
                        "course_details", Map.of("course_id", course.key())))));
        submit("learner.submitted", canaries.word(11), "");
        submit("learner.submitted", canaries.word(12), ", \"version\": \"none\", \"is_active\": 7");
        soon().untilAsserted(() -> assertThat(remains.inDatabases().values())
                .as("a name that comes after a newer one would be kept nowhere")
                .anySatisfy(words -> assertThat(words).contains(canaries.word(11))));
        Attempt attempt = new Attempt(learner, course, Attempt.VERIFIED, 1, true, new BigDecimal("0.9"));
        platform.publisher().publish(PlatformFacts.passingStatus(attempt));
        PlatformFacts.completions(attempt).forEach(platform.publisher()::publish);
        soon().untilAsserted(() -> assertThat(platform.outcomes().certificateStatus(learner, course))
                .isEqualTo("downloadable"));
        String certificates = "/api/certificates/v1/course-runs/" + encoded(course.key());
        accepted(call("PUT", certificates + "/invalidations/" + learner.username(), staff(), note(14)));
        accepted(call("DELETE", certificates + "/invalidations/" + learner.username(), staff(), ""));
        accepted(call("PUT", certificates + "/allowlist/" + learner.username(), staff(), note(13)));
        accepted(call("PUT", learnerPath(), service(), account(15)));
    }

    /** With an Idempotency-Key, so that the answer is kept. */
    private HttpResponse<String> call(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + token);
        return http.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void submit(String type, String name, String members) {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        String value = """
                {"learner_id": "%s", "username": "%s", "email": "%s@example.org", "name": "%s", "is_active": true,
                 "occurred_at": "%s"%s}""".formatted(learner.id(), learner.username(), canaries.word(2), name, Instant.now(), members);
        ProducerRecord<String, String> event = new ProducerRecord<>("laurel.enrollment-requests", learner.id(), value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/platforms/e2e",
                        "ce_type",
                        "org.laurel." + type + ".v1",
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((header, text) -> event.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var unused = producer.send(event);
        }
    }

    /** Topics keep records for a second from now on, as they would after the usual fortnight. */
    private void forget() throws Exception {
        List<AlterConfigOp> brief = new ArrayList<>();
        Map.of("retention.ms", "1000", "segment.ms", "1000", "file.delete.delay.ms", "1000")
                .forEach((name, value) ->
                        brief.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) stack.kafkaBootstrap()))) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            Arrays.stream(Topic.values())
                    .forEach(topic ->
                            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()), brief));
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private String retirementPath() throws Exception {
        JsonNode found = get("/api/enrollment/v1/retirements?limit=500").path("results");
        for (JsonNode one : found) {
            if (one.path("learner_id").asText().equals(learner.id())) {
                return "/api/enrollment/v1/retirements/" + one.path("id").asText();
            }
        }
        throw new AssertionError("no retirement of the learner in " + found);
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + path))
                .header("Authorization", "Bearer " + staff())
                .build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private JsonNode answer(HttpResponse<String> response) throws IOException {
        accepted(response);
        return response.body().isEmpty() ? json.missingNode() : json.readTree(response.body());
    }

    private static void accepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
    }

    private String account(int name) throws IOException {
        return json.writeValueAsString(Map.of(
                "username",
                learner.username(),
                "email",
                canaries.word(2) + "@example.org",
                "name",
                canaries.word(name)));
    }

    private String note(int word) throws IOException {
        return json.writeValueAsString(Map.of("notes", "as " + canaries.word(word) + " wants"));
    }

    private String learnerPath() {
        return "/api/enrollment/v1/learners/" + learner.id();
    }

    private String own() {
        return stack.tokens()
                .issue(new TokenRequest(
                        learner.id(), learner.username(), learner.fullName(), Set.of(), null, Duration.ofHours(1)));
    }

    private String service() {
        return stack.tokens().issue(TokenRequest.role("service"));
    }

    private String staff() {
        return stack.tokens().issue(TokenRequest.role("staff"));
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
