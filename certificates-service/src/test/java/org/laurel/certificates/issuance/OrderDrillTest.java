package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.PlainModel.Outcome;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.kit.consume.ConsumerReports;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;

/**
 * Drill of order and duplicates: every order of arrival ends in the state of a model that was written apart from the rules,
 * through real Kafka and PostgreSQL. The number of random histories: {@code -Ddrill.histories=…}, their seed:
 * {@code -Ddrill.seed=…}.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestProfile(OrderDrillTest.WithoutBrakes.class)
class OrderDrillTest {

    private static final int HISTORIES = Integer.getInteger("drill.histories", 400);
    private static final long SEED = Long.getLong("drill.seed", 20_250_304L);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The drill takes back more certificates than any brake would let pass. */
    public static class WithoutBrakes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.brake.revocation-floor", "1000000",
                    "laurel.brake.revocation-rate", "1000000");
        }
    }

    @Inject
    FactFolding folding;

    @Inject
    ConsumerReports reports;

    @Test
    void all720OrdersOfSixFactsEndInTheStateOfTheModel() {
        // Given
        Story course = new Story("permuted");
        List<Telling> tellings = Tellings.permutations("permuted-", course.course());
        assertThat(tellings).hasSize(720);

        // When, then
        Map<String, Integer> ends = drill(course, tellings);

        assertThat(ends).containsOnlyKeys("unavailable certificate_invalidation_list");
    }

    @Test
    void randomHistoriesEndInTheStateOfTheModel() {
        // Given
        Story course = new Story("random");
        List<Telling> tellings = Tellings.random("random-", course.course(), HISTORIES, new Random(SEED));

        // When, then
        Map<String, Integer> ends = drill(course, tellings);

        assertThat(ends).hasSizeGreaterThan(4);
    }

    /** Lets each learner's facts arrive one after the other, those of different learners beside each other. */
    private Map<String, Integer> drill(Story course, List<Telling> tellings) {
        int waves = tellings.stream()
                .mapToInt(telling -> telling.arrivals().size())
                .max()
                .orElseThrow();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            probe.send(course.courseRun());
            await().until(() -> Database.current()
                            .number("select count(*) from course_settings where course_key = ?", course.course())
                    == 1);
            for (int wave = 0; wave < waves; wave++) {
                arrive(probe, tellings, course, wave);
            }
            await().atMost(PATIENCE)
                    .until(() -> Objects.equals(reports.report().lag(), 0L)
                            && Database.current().outboxIsEmpty());
            Map<String, Outcome> stored = stored(course);
            for (Telling telling : tellings) {
                assertThat(Optional.ofNullable(stored.get(telling.learnerId())))
                        .as("%s", telling)
                        .isEqualTo(Optional.ofNullable(telling.expected()));
            }
            Map<String, List<ReceivedEvent>> told = told(probe, course);
            told.values().forEach(OrderDrillTest::assertToldOnce);
            return report(course, tellings, stored, told);
        }
    }

    private void arrive(KafkaProbe probe, List<Telling> tellings, Story course, int wave) {
        probe.sendAll(tellings.stream()
                .flatMap(telling -> telling.event(wave).stream())
                .toList());
        folding.apply(tellings.stream()
                .flatMap(telling -> telling.command(wave).stream())
                .toList());
        long expected =
                tellings.stream().mapToLong(telling -> telling.facts(wave + 1)).sum();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> Database.current()
                                .number(
                                        "select count(distinct (learner_id, occurred_at)) from standing_fact where course_key = ?",
                                        course.course()),
                        found -> found == expected);
    }

    /** What there is, but for rows that only keep the public id of what a late fact has undone. */
    private static Map<String, Outcome> stored(Story course) {
        Map<String, Outcome> stored = new HashMap<>();
        Database.current()
                .query(
                        "select learner_id, status, reason, mode, grade from certificate "
                                + "where course_key = ? and reason <> 'never_granted'",
                        course.course())
                .forEach(row -> stored.put(
                        text(row, "learner_id"),
                        new Outcome(text(row, "status"), text(row, "reason"), text(row, "mode"), text(row, "grade"))));
        return stored;
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    /** The events of each learner, each once. */
    private static Map<String, List<ReceivedEvent>> told(KafkaProbe probe, Story course) {
        Map<String, ReceivedEvent> once = new LinkedHashMap<>();
        probe.received("laurel.certificates").stream()
                .filter(event -> event.body().path("course_key").asText().equals(course.course()))
                .forEach(event -> once.putIfAbsent(event.id(), event));
        return once.values().stream().collect(Collectors.groupingBy(event -> String.valueOf(event.key())));
    }

    /** Versions go up one by one, each is told once, awards and revocations take turns, the public id stays. */
    private static void assertToldOnce(List<ReceivedEvent> events) {
        List<Long> versions = events.stream()
                .filter(event -> event.type().equals("org.laurel.course-cert.changed.v1"))
                .map(event -> event.body().path("version").asLong())
                .toList();
        assertThat(versions)
                .isEqualTo(LongStream.rangeClosed(1, versions.size()).boxed().toList());
        List<String> turns = events.stream()
                .map(ReceivedEvent::type)
                .filter(type -> !type.equals("org.laurel.course-cert.changed.v1"))
                .toList();
        for (int turn = 0; turn < turns.size(); turn++) {
            assertThat(turns.get(turn))
                    .isEqualTo("org.laurel.course-cert." + (turn % 2 == 0 ? "awarded" : "revoked") + ".v1");
        }
        assertThat(events.stream()
                        .map(event -> event.body().path("verify_uuid").asText())
                        .distinct())
                .hasSize(1);
    }

    private static Map<String, Integer> report(
            Story course, List<Telling> tellings, Map<String, Outcome> stored, Map<String, List<ReceivedEvent>> told) {
        Map<String, Integer> ends = new TreeMap<>();
        tellings.forEach(telling -> ends.merge(
                Optional.ofNullable(stored.get(telling.learnerId()))
                        .map(end -> end.status() + " " + end.reason())
                        .orElse("none"),
                1,
                Integer::sum));
        StringBuilder text = new StringBuilder("Drill: order and duplicates, %s%n".formatted(course.word()));
        line(text, "histories", tellings.size());
        line(
                text,
                "arrivals",
                tellings.stream().mapToInt(one -> one.arrivals().size()).sum());
        line(
                text,
                "distinct facts",
                tellings.stream().mapToLong(one -> one.facts(99)).sum());
        line(text, "events told", told.values().stream().mapToInt(List::size).sum());
        ends.forEach((end, count) -> line(text, "ended " + end, count));
        line(text, "other than the model", 0);
        System.out.print(text);
        return ends;
    }

    private static void line(StringBuilder text, String what, long count) {
        text.append("  %-52s %8d%n".formatted(what, count));
    }
}
