package org.laurel.kit.test.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/**
 * A service that keeps a replica of learners forgets one who is retired, reports it once, and takes nothing back that comes
 * late. A service extends this as a {@code @QuarkusTest}.
 */
public abstract class RetirementContract {

    private static final String ERASURES = "laurel.erasures";
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);

    private final String mark =
            "canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final String learnerId;

    protected RetirementContract() {
        this(UUID.randomUUID().toString());
    }

    /** With a learner whom no other test knows, for a service that takes numbers only. */
    protected RetirementContract(String learnerId) {
        this.learnerId = learnerId;
    }

    @Test
    void nothingIsLeftOfARetiredLearner() {
        try (KafkaProbe probe = KafkaProbe.fromNow(ERASURES)) {
            // Given
            taken(probe, enrolled(1));
            taken(probe, renamed(2));
            probe.send(parked());
            await().atMost(KafkaProbe.PATIENCE).until(() -> !parkedRows().isEmpty());
            assertThat(traces()).isNotEmpty();

            // When
            PlatformEvent retired =
                    PlatformEvent.of("org.laurel.learner.retired.v1", learnerId, """
                    {"learner_id": "%s", "occurred_at": "%s"}""".formatted(learnerId, at(10)));
            probe.send(retired);

            // Then
            probe.awaitEvent(ERASURES, event -> learnerId.equals(event.key()));
            assertThat(traces()).isEmpty();
            taken(probe, renamed(3));
            taken(probe, enrolled(4));
            taken(probe, retired.withId(UUID.randomUUID().toString()));
            Database.current().awaitEmptyOutbox();
            assertThat(traces()).isEmpty();
            assertThat(probe.received(ERASURES))
                    .filteredOn(event -> learnerId.equals(event.key()))
                    .hasSize(1);
        }
    }

    private List<String> traces() {
        return Traces.in(Database.current(), List.of(mark));
    }

    private List<?> parkedRows() {
        return Database.current()
                .query(
                        "select 1 from parked_event where position(convert_to(?, 'UTF8') in value) > 0",
                        "Parked " + mark);
    }

    private static void taken(KafkaProbe probe, PlatformEvent event) {
        String id = probe.send(event);
        await("event " + id)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from inbox where event_id = ?", id)
                        .isEmpty());
    }

    private PlatformEvent enrolled(int version) {
        return PlatformEvent.of(
                "org.laurel.enrollment.changed.v1", learnerId, """
                {"learner_id": "%1$s", "course_key": "course-v1:Org+Retired+2026", "mode": "verified", "is_active": true,
                 "previous_mode": null, "previous_is_active": null, "version": %2$d, "occurred_at": "%3$s",
                 "learner": {"learner_id": "%1$s", "username": "user-%4$s", "email": "mail-%4$s@example.org",
                             "name": "Name %4$s", "is_active": true, "version": %2$d, "changed_at": "%3$s"}}""".formatted(learnerId, version, at(version), mark));
    }

    private PlatformEvent renamed(int version) {
        return PlatformEvent.of("org.laurel.learner.changed.v1", learnerId, """
                {"learner_id": "%s", "username": "user-%s-%d", "email": "mail-%s@example.org", "name": "Name %s",
                 "is_active": true, "version": %d, "occurred_at": "%s"}""".formatted(
                        learnerId, mark, version, mark, mark, version, at(version)));
    }

    /** Without what every such event needs. */
    private PlatformEvent parked() {
        return PlatformEvent.of("org.laurel.learner.changed.v1", learnerId, """
                {"learner_id": "%s", "username": "user-%s", "name": "Parked %s", "nonsense": true}""".formatted(learnerId, mark, mark));
    }

    private Instant at(int minute) {
        return start.plus(minute, ChronoUnit.MINUTES);
    }
}
