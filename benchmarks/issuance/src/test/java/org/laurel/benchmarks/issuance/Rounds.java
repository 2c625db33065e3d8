package org.laurel.benchmarks.issuance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** What every round sends. */
final class Rounds {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant PASSED_AT = START.plusSeconds(3_600);
    static final String PUBLISHED = "laurel.certificates";
    static final String SOURCE = "/platforms/benchmark";

    private Rounds() {}

    static String eventId(LearnerId id) {
        return "passing-of-learner-number-" + id.value();
    }

    /** One passing event per learner, under ids of the given round. */
    static List<PlatformEvent> passing(int count, int round) {
        List<PlatformEvent> events = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            LearnerId id = Seed.learner(number);
            events.add(PlatformEvent.of("org.laurel.passing-status.changed.v1", id.value(), """
                            {"learner_id":"%s","course_key":"%s","passing":true,"grade":0.88,"letter_grade":"B",\
                            "occurred_at":"%s"}""".formatted(
                                    id, Seed.COURSE, PASSED_AT))
                    .withSource(SOURCE)
                    .withId(eventId(id) + "-" + round));
        }
        return events;
    }

    /** The body of one event that the service publishes, for the ceiling to write as many bytes. */
    static String sampleBody(Seed seed) {
        seed.plant(1);
        try (KafkaProbe probe = KafkaProbe.fromNow(PUBLISHED)) {
            probe.sendAll(passing(1, -2));
            return Objects.requireNonNull(
                    probe.awaitEvents(PUBLISHED, 2).getFirst().text());
        }
    }
}
