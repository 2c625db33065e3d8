package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;

/**
 * What was told of the certificates of a course run.
 *
 * @param byLearner the events of each learner, each once, in the order in which they came first
 */
record Told(Map<String, List<ReceivedEvent>> byLearner) {

    private static final String TOPIC = "laurel.certificates";
    private static final String CHANGED = "org.laurel.course-cert.changed.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Waits until the probe has read all that the service has committed, and nothing else, in the order of the commits. */
    static Told of(KafkaProbe probe, String course) {
        Map<String, List<String>> committed = committed(course);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids(read(probe, course))).isEqualTo(committed));
        return new Told(read(probe, course));
    }

    /** How many events there are. */
    long count() {
        return byLearner.values().stream().mapToLong(List::size).sum();
    }

    /**
     * Versions go up one by one to the one that is stored, each is told once, awards and revocations take turns, and the public
     * id stays.
     *
     * @param version that of the row, 0 without one
     */
    void assertComplete(String learnerId, long version) {
        List<ReceivedEvent> events = byLearner.getOrDefault(learnerId, List.of());
        assertThat(events.stream()
                        .filter(event -> event.type().equals(CHANGED))
                        .map(event -> event.body().path("version").asLong()))
                .as("versions told of %s", learnerId)
                .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
        List<String> turns = events.stream()
                .map(ReceivedEvent::type)
                .filter(type -> !type.equals(CHANGED))
                .toList();
        for (int turn = 0; turn < turns.size(); turn++) {
            assertThat(turns.get(turn))
                    .isEqualTo("org.laurel.course-cert." + (turn % 2 == 0 ? "awarded" : "revoked") + ".v1");
        }
        assertThat(events.stream()
                        .map(event -> event.body().path("verify_uuid").asText())
                        .distinct()
                        .count())
                .isEqualTo(version == 0 ? 0 : 1);
    }

    private static Map<String, List<ReceivedEvent>> read(KafkaProbe probe, String course) {
        Map<String, ReceivedEvent> once = new LinkedHashMap<>();
        probe.received(TOPIC).stream()
                .filter(event -> event.body().path("course_key").asText().equals(course))
                .forEach(event -> once.putIfAbsent(event.id(), event));
        return once.values().stream().collect(Collectors.groupingBy(event -> String.valueOf(event.key())));
    }

    private static Map<String, List<String>> ids(Map<String, List<ReceivedEvent>> events) {
        return events.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().stream().map(ReceivedEvent::id).toList()));
    }

    private static Map<String, List<String>> committed(String course) {
        return Database.current()
                .query(
                        "select record_key, event_id from flow_entry where not received and course_key = ? "
                                + "and event_type ~ 'course-cert[.](changed|awarded|revoked)' order by at, tableoid, ctid",
                        course)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.get("record_key")),
                        Collectors.mapping(row -> String.valueOf(row.get("event_id")), Collectors.toList())));
    }
}
