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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.PlainModel.Outcome;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.kit.consume.ConsumerReports;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

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
    private static final String TOPIC = "laurel.certificates";
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
        Map<String, Integer> ends = drill(course, tellings, this::arriveOneAfterTheOther);

        assertThat(ends).containsOnlyKeys("unavailable certificate_invalidation_list");
    }

    @Test
    void all720OrdersEndInTheStateOfTheModelWhenTheFactsOfALearnerComeTogether() {
        // Given
        Story course = new Story("together");
        List<Telling> tellings = Tellings.permutations("together-", course.course());

        // When, then
        Map<String, Integer> ends = drill(course, tellings, this::arriveTogether);

        assertThat(ends).containsOnlyKeys("unavailable certificate_invalidation_list");
        assertThat(metInOneTransaction("together-")).isGreaterThan(tellings.size() / 2);
    }

    @Test
    void randomHistoriesEndInTheStateOfTheModel() {
        // Given
        Story course = new Story("random");
        List<Telling> tellings = Tellings.random("random-", course.course(), HISTORIES, new Random(SEED));

        // When, then
        Map<String, Integer> ends = drill(course, tellings, this::arriveOneAfterTheOther);

        assertThat(ends).hasSizeGreaterThan(4);
    }

    /** How the facts of the learners reach the service. */
    private interface Arrival {
        void of(List<Telling> tellings, KafkaProbe probe, Story course);
    }

    private Map<String, Integer> drill(Story course, List<Telling> tellings, Arrival arrival) {
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            probe.send(course.courseRun());
            await().until(() -> Database.current()
                            .number("select count(*) from course_settings where course_key = ?", course.course())
                    == 1);
            arrival.of(tellings, probe, course);
            await().atMost(PATIENCE)
                    .until(() -> Objects.equals(reports.report().lag(), 0L)
                            && Database.current().outboxIsEmpty());
            Map<String, Outcome> stored = stored(course);
            for (Telling telling : tellings) {
                assertThat(Optional.ofNullable(stored.get(telling.learnerId())))
                        .as("%s", telling)
                        .isEqualTo(Optional.ofNullable(telling.expected()));
            }
            Told told = Told.of(probe, course.course());
            Map<String, Long> versions = versions(course);
            tellings.forEach(telling ->
                    told.assertComplete(telling.learnerId(), versions.getOrDefault(telling.learnerId(), 0L)));
            return report(course, tellings, stored, told);
        }
    }

    /** Lets each learner's facts arrive one after the other, those of different learners beside each other. */
    private void arriveOneAfterTheOther(List<Telling> tellings, KafkaProbe probe, Story course) {
        int waves = tellings.stream()
                .mapToInt(telling -> telling.arrivals().size())
                .max()
                .orElseThrow();
        for (int place = 0; place < waves; place++) {
            int wave = place;
            probe.sendAll(tellings.stream()
                    .flatMap(telling -> telling.event(wave).stream())
                    .toList());
            folding.apply(tellings.stream()
                    .flatMap(telling -> telling.command(wave).stream())
                    .toList());
            awaitFacts(
                    course,
                    tellings.stream()
                            .mapToLong(telling -> telling.facts(wave + 1))
                            .sum());
        }
    }

    /** Sends all facts of a learner at once, so that they meet in one poll; staff act before that or after it. */
    private void arriveTogether(List<Telling> tellings, KafkaProbe probe, Story course) {
        int half = tellings.size() / 2;
        folding.apply(
                tellings.subList(0, half).stream().flatMap(Telling::commands).toList());
        probe.sendAll(tellings.stream().flatMap(Telling::events).toList());
        folding.apply(tellings.subList(half, tellings.size()).stream()
                .flatMap(Telling::commands)
                .toList());
        awaitFacts(course, tellings.stream().mapToLong(Telling::facts).sum());
    }

    private static void awaitFacts(Story course, long expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> Database.current()
                                .number(
                                        "select count(distinct (learner_id, occurred_at)) from standing_fact where course_key = ?",
                                        course.course()),
                        found -> found == expected);
    }

    /** Learners of whom more than one event was handled in one transaction. */
    private static long metInOneTransaction(String prefix) {
        return Database.current()
                .number(
                        "select count(distinct record_key) from (select record_key from flow_entry "
                                + "where received and record_key like ? group by record_key, xmin having count(*) > 1) met",
                        prefix + "%");
    }

    /** The version of each certificate, those included that only keep the public id of what a late fact has undone. */
    private static Map<String, Long> versions(Story course) {
        return Database.current()
                .query("select learner_id, version from certificate where course_key = ?", course.course())
                .stream()
                .collect(Collectors.toMap(row -> text(row, "learner_id"), row -> Long.parseLong(text(row, "version"))));
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

    private static Map<String, Integer> report(
            Story course, List<Telling> tellings, Map<String, Outcome> stored, Told told) {
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
        line(text, "distinct facts", tellings.stream().mapToLong(Telling::facts).sum());
        line(text, "events told", told.count());
        ends.forEach((end, count) -> line(text, "ended " + end, count));
        line(
                text,
                "in the state of the model",
                tellings.stream()
                        .filter(one -> Objects.equals(stored.get(one.learnerId()), one.expected()))
                        .count());
        System.out.print(text);
        return ends;
    }

    private static void line(StringBuilder text, String what, long count) {
        text.append("  %-52s %8d%n".formatted(what, count));
    }
}
