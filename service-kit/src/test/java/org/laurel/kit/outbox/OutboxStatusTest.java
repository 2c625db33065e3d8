package org.laurel.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;
import static org.laurel.sample.Sample.record;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.kit.broker.BrokerAccess;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitDatabase;
import org.laurel.sample.KitTest;
import org.postgresql.ds.PGSimpleDataSource;

/** How operators see whether events go out. */
@KitTest
class OutboxStatusTest {

    private static final String PATH = "/api/tally/ops/outbox";

    @Inject
    EventBatch batch;

    @Test
    void tellsThatItPublishes() {
        // Given
        batch.handle(List.of(record(added(learner(), 1))));
        patiently().until(() -> look().extract().path("waiting").equals(0));

        // When
        ValidatableResponse answer = look();

        // Then
        answer.statusCode(200)
                .body("exact", equalTo(true))
                .body("oldest_at", equalTo(null))
                .body("oldest_seconds", equalTo(0))
                .body("by_topic", equalTo(List.of()))
                .body("led", equalTo(true))
                .body("leading", equalTo(true))
                .body("last_published_at", notNullValue());
    }

    @Test
    void countsUpToTenThousandAndEstimatesTheRest() throws SQLException {
        // Given
        KitDatabase kit = KitDatabase.fresh();
        fill(kit, "laurel.completions", 10_020);
        fill(kit, "laurel.grades", 3);

        // When
        OutboxStatus status = look(kit);

        // Then
        assertThat(status.exact()).isFalse();
        assertThat(status.waiting()).isEqualTo(10_023);
        assertThat(status.byTopic()).containsExactly(new OutboxStatus.Waiting("laurel.completions", 10_000));
        assertThat(status.oldestSeconds()).isGreaterThanOrEqualTo(60);
        assertThat(status.led()).isFalse();
        assertThat(status.lastPublishedAt()).isNull();
    }

    @Test
    void knowsThatAnotherReplicaLeads() throws SQLException {
        // Given
        KitDatabase kit = KitDatabase.fresh();
        try (Connection other = kit.connect();
                Statement lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(" + Relay.LOCK + ")");

            // When
            OutboxStatus status = look(kit);

            // Then
            assertThat(status.led()).isTrue();
            assertThat(status.leading()).isFalse();
            assertThat(status.waiting()).isZero();
        }
    }

    @Test
    void theAgeIsOfWhatCouldBeSent() throws SQLException {
        // Given
        KitDatabase kit = KitDatabase.fresh();
        String absent = "absent-" + learner();
        fill(kit, absent, 2);
        ForeignTopics topics = topics();
        topics.isMissingAny(Set.of(absent));

        // When
        OutboxStatus status = look(kit, topics);

        // Then
        assertThat(status.waiting()).isEqualTo(2);
        assertThat(status.oldestAt()).isNull();
        assertThat(status.oldestSeconds()).isZero();
    }

    @Test
    void theEstimateCountsWhatWaitsForAMissingTopic() throws SQLException {
        // Given
        KitDatabase kit = KitDatabase.fresh();
        String absent = "absent-" + learner();
        fill(kit, absent, 10_020);
        fill(kit, "laurel.grades", 3);
        ForeignTopics topics = topics();
        topics.isMissingAny(Set.of(absent));

        // When
        OutboxStatus status = look(kit, topics);

        // Then
        assertThat(status.exact()).isFalse();
        assertThat(status.waiting()).isEqualTo(10_023);
        assertThat(status.oldestAt()).isNotNull();
    }

    private static ValidatableResponse look() {
        return given().auth().oauth2(Tokens.staff()).get(PATH).then().body("waiting", greaterThanOrEqualTo(0));
    }

    private static OutboxStatus look(KitDatabase kit) {
        return look(kit, topics());
    }

    private static ForeignTopics topics() {
        BrokerAccess brokers =
                new BrokerAccess(Map.of("bootstrap.servers", SharedServers.get().kafka()));
        return new ForeignTopics(List.of(), brokers, "status-test", new SimpleMeterRegistry());
    }

    private static OutboxStatus look(KitDatabase kit, ForeignTopics topics) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(kit.url());
        source.setUser("laurel");
        source.setPassword("laurel");
        Clock clock = Clock.systemUTC();
        return new OutboxLook(new Sql(source), clock, new RelayState(clock), topics).status();
    }

    private static void fill(KitDatabase kit, String topic, int rows) {
        kit.database().execute("""
                insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value, created_at)
                select gen_random_uuid(), ?, 'k', 't', 'c', 'c', '{}', now() - interval '1 minute'
                from generate_series(1, ?)
                """, topic, rows);
    }
}
