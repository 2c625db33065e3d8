package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.LaurelService;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.RunId;
import org.laurel.stack.rest.JsonClient;

/** New course runs that are put by REST, each under an {@code Idempotency-Key} of its own. */
record Writes(Map<String, HttpRequest> requests) {
    private static final int UNAVAILABLE = 503;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** So many of them. */
    static Writes of(int number, String baseUrl, String token) {
        JsonClient client = new JsonClient(baseUrl, token, LIMIT);
        RunId run = RunId.next();
        return new Writes(IntStream.range(0, number)
                .mapToObj(one -> CourseRun.of(run, "Written " + one))
                .collect(Collectors.toMap(CourseRun::key, course -> request(client, course))));
    }

    private static HttpRequest request(JsonClient client, CourseRun course) {
        return client.request("/api/enrollment/v1/course-runs/" + JsonClient.encoded(course.key()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(JsonClient.body(Map.of(
                        "course_key",
                        course.key(),
                        "display_name",
                        course.title(),
                        "org",
                        "Laurel",
                        "self_paced",
                        true,
                        "certificates_display_behavior",
                        "early_no_info",
                        "html_certificates_enabled",
                        true,
                        "occurred_at",
                        Instant.now().toString())))
                .build();
    }

    List<HttpRequest> all() {
        return List.copyOf(requests.values());
    }

    /**
     * Fails unless each run that was taken is there in its first version and told of by one event, and of each that was refused
     * there is neither.
     *
     * @return how many were refused
     */
    int assertWholeOrNothing(Ground ground, Answers answers) {
        Set<String> refused = requests.entrySet().stream()
                .filter(write -> answers.to(write.getValue()) == UNAVAILABLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, Long> taken = requests.keySet().stream()
                .filter(key -> !refused.contains(key))
                .collect(Collectors.toMap(key -> key, key -> 1L));
        assertThat(stored(ground)).isEqualTo(taken);
        assertThat(told(ground)).isEqualTo(taken);
        return refused.size();
    }

    /** The version of each run that is stored. */
    private Map<String, Long> stored(Ground ground) {
        return ground.sql(LaurelService.ENROLLMENT)
                .numbers(
                        "select course_key, version from course_run where course_key = any (string_to_array(?, ' '))",
                        String.join(" ", requests.keySet()));
    }

    /** How often each run was told of. */
    private Map<String, Long> told(Ground ground) {
        return Census.of(Topics.read(ground.stack().kafkaBootstrap(), requests::containsKey)).events().stream()
                .filter(event -> event.is(EventCatalogue.COURSE_RUN_CHANGED))
                .collect(Collectors.groupingBy(Told::key, Collectors.counting()));
    }
}
