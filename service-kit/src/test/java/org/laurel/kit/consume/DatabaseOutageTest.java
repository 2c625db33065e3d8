package org.laurel.kit.consume;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Gate;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/**
 * The database is away for longer than a minute, after which the connector's own watchdog would stop for good, and for much
 * longer than {@code max.poll.interval.ms}, which the tests set to 15 seconds.
 */
@KitTest
class DatabaseOutageTest {

    private static final Duration OUTAGE = Duration.ofSeconds(63);
    private static final String GROUP = "kit-test";

    private final Gate postgres = LaurelInfrastructure.postgres();

    @AfterEach
    void restore() {
        postgres.restore();
    }

    @Test
    void nothingIsLostOrParkedAndTheGroupKeepsItsMember() throws Exception {
        // Given
        List<String> learners = Stream.generate(Sample::learner).limit(30).toList();
        String before = learner();
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades");
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", SharedServers.get().kafka()))) {
            kafka.send(added(before, 1));
            awaitTotal(before, 1);
            List<String> members = patiently().until(() -> members(admin), found -> found.size() == 1);

            // When
            postgres.cut();
            for (int round = 0; round < 100; round++) {
                kafka.sendAll(roundFor(learners));
            }

            // Then
            patiently()
                    .untilAsserted(
                            () -> given().get("/q/metrics").then().body(containsString("laurel_events_stalled 1.0")));
            given().get("/api/tally/v1/learners/" + before)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("error_code", equalTo("unavailable"));
            await().during(OUTAGE)
                    .atMost(OUTAGE.plusMinutes(1))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> members(admin).equals(members));
            postgres.restore();
            learners.forEach(learner -> awaitTotal(learner, 100));
            kafka.send(added(before, 1));
            awaitTotal(before, 2);
            assertThat(Stream.concat(Stream.of(before), learners.stream()))
                    .allSatisfy(learner -> assertThat(parked(learner)).isEqualTo("0"));
            patiently()
                    .untilAsserted(
                            () -> given().get("/q/metrics").then().body(containsString("laurel_events_stalled 0.0")));
        }
    }

    private static String parked(String learner) {
        return String.valueOf(database()
                .value(
                        "select count(*) from parked_event where record_key = ?",
                        learner.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<PlatformEvent> roundFor(List<String> learners) {
        List<PlatformEvent> events = new ArrayList<>();
        learners.forEach(learner -> events.add(added(learner, 1)));
        return events;
    }

    private static List<String> members(Admin admin) throws ExecutionException, InterruptedException {
        var group = admin.describeConsumerGroups(List.of(GROUP)).all().get();
        return group.values().stream()
                .flatMap(description -> description.members().stream())
                .map(MemberDescription::consumerId)
                .toList();
    }
}
