package org.laurel.benchmarks.awarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** What every round sends: for each learner the certificate that completes the program. */
final class Rounds {

    static final Instant GRANTED_AT = Seed.START.plusSeconds(3_600);
    static final String PUBLISHED = "laurel.program-credentials";
    static final String SOURCE = "/certificates";

    private Rounds() {}

    static String eventId(LearnerId id) {
        return "certificate-of-learner-number-" + id.value();
    }

    /** One certificate per learner, under ids of the given round. */
    static List<PlatformEvent> certificates(int count, int round) {
        List<PlatformEvent> events = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            LearnerId id = Seed.learner(number);
            events.add(PlatformEvent.of(
                            "org.laurel.course-cert.changed.v1", id.value(), """
                            {"learner_id":"%1$s","course_key":"%2$s","mode":"verified","status":"downloadable",\
                            "previous_status":null,"grade":0.8,"name":"Learner %1$s",\
                            "verify_uuid":"000000000000000000000000%1$s","download_url":null,"created_at":"%3$s",\
                            "modified_at":"%3$s","available_at":"%3$s","date_override":null,"generation_mode":"batch",\
                            "reason":null,"version":1,"occurred_at":"%3$s","learner":{"learner_id":"%1$s",\
                            "username":"user%1$s","email":"%1$s@example.org","name":"Learner %1$s","is_active":true}}""".formatted(id, Seed.SECOND, GRANTED_AT))
                    .withSource(SOURCE)
                    .withSequence(1L)
                    .withId(eventId(id) + "-" + round));
        }
        return events;
    }

    /** The bodies of the two events that the service publishes of a learner, by type, for the ceiling to write as many bytes. */
    static Map<String, String> sampleBodies(Seed seed) {
        seed.plant(1);
        try (KafkaProbe probe = KafkaProbe.fromNow(PUBLISHED)) {
            probe.sendAll(certificates(1, -2));
            Map<String, String> bodies = new TreeMap<>();
            probe.awaitEvents(PUBLISHED, 2)
                    .forEach(event -> bodies.put(event.type(), Objects.requireNonNull(event.text())));
            return bodies;
        }
    }
}
