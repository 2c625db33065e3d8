package org.laurel.kit.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;
import static org.laurel.sample.Sample.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.kafka.TallyWire;

/** Others are told once more what they may have missed, and nothing is changed. */
@KitTest
class ReconcileTest {

    private static final String OPS = "/api/tally/ops/";
    private static final String OUT = "laurel.completions";

    @Inject
    EventBatch batch;

    @Inject
    Reconciliation reconciliation;

    private final String learner = learner();

    @Test
    void tellsTheStateUnderTheVersionThatItHasAndWritesNothing() {
        try (KafkaProbe kafka = KafkaProbe.fromNow(OUT)) {
            // Given
            batch.handle(List.of(record(added(learner, 1)), record(added(learner, 4))));
            ReceivedEvent last = kafka.awaitEvents(OUT, 2, this::isAbout).getLast();
            String before = rows();

            // When
            ValidatableResponse answer = reconcile(Map.of("learner_ids", List.of(learner)));

            // Then
            String job = String.valueOf(answer.statusCode(202).extract().<Integer>path("job_id"));
            answer.header("Location", endsWith(OPS + "jobs/" + job)).body("dry_run", equalTo(false));
            ReceivedEvent again = kafka.awaitEvents(OUT, 3, this::isAbout).getLast();
            assertThat(again.id()).isNotEqualTo(last.id());
            assertThat(again.body().path("version")).isEqualTo(last.body().path("version"));
            assertThat(again.body().path("total").asLong()).isEqualTo(5);
            assertThat(again.headers()).containsEntry("ce_correlationid", "reconcile:" + job);
            assertThat(rows()).isEqualTo(before);
            awaitDone(job, 1);
        }
    }

    @Test
    void waitsWhileTheOutboxIsFullAndNewsGoesFirst() {
        String missing = "missing-" + learner.toLowerCase(Locale.ROOT);
        try (KafkaProbe kafka = KafkaProbe.fromNow(OUT)) {
            // Given
            batch.handle(List.of(record(added(learner, 1))));
            kafka.awaitEvent(OUT, this::isAbout);
            fillOutbox(missing);

            // When
            String job = String.valueOf(
                    reconcile(Map.of("learner_ids", List.of(learner))).extract().<Integer>path("job_id"));

            // Then
            patiently().until(() -> job(job).extract().path("error") != null);
            job(job).body("state", equalTo("running"), "done", equalTo(0), "error", containsString("outbox"));
            batch.handle(List.of(record(added(learner, 4))));
            assertThat(kafka.awaitEvents(OUT, 2, this::isAbout)
                            .getLast()
                            .headers()
                            .get("ce_correlationid"))
                    .isNotEqualTo("reconcile:" + job);
            database().execute("delete from outbox where topic = ?", missing);
            assertThat(kafka.awaitEvents(OUT, 3, this::isAbout).getLast().headers())
                    .containsEntry("ce_correlationid", "reconcile:" + job);
            awaitDone(job, 1);
            job(job).body("error", equalTo(null));
        } finally {
            database().execute("delete from outbox where topic = ?", missing);
        }
    }

    @Test
    void isForStaffAndServicesOnly() {
        // Given
        Map<String, Object> nothing = Map.of("learner_ids", List.of(learner));

        // When
        ValidatableResponse byService = reconcile(nothing, Tokens.service());

        // Then
        byService.statusCode(202);
        reconcile(nothing, Tokens.staff()).statusCode(202);
        reconcile(nothing, Tokens.support()).statusCode(403).body("error_code", equalTo("forbidden"));
        reconcile(nothing, Tokens.learner(learner, learner)).statusCode(403);
        reconcile(nothing, Tokens.expired()).statusCode(401);
    }

    @Test
    void aDryRunCountsOnly() {
        // Given
        batch.handle(List.of(record(added(learner, 1))));

        // When
        ValidatableResponse answer = reconcile(Map.of("learner_ids", List.of(learner, "nobody"), "dry_run", true));

        // Then
        answer.statusCode(200).body("selected.tallies", equalTo(1), "exact", equalTo(true), "job_id", equalTo(null));
    }

    @Test
    void aRangeOfTimeSelectsWhatWasChangedHereThen() {
        // Given
        batch.handle(List.of(record(added(learner, 1))));
        database()
                .execute("update tally_history set history_at = '2001-02-03T04:05:06Z' where learner_id = ?", learner);
        Map<String, Object> since = Map.of("from", "2001-02-03T04:05:06Z", "dry_run", true);

        // When
        ValidatableResponse answer =
                reconcile(Map.of("from", "2001-02-03T04:05:06Z", "until", "2001-02-03T04:05:07Z", "dry_run", true));

        // Then
        answer.body("selected.tallies", equalTo(1));
        reconcile(Map.of("from", "2001-02-03T04:05:07Z", "until", "2001-02-04T00:00:00Z", "dry_run", true))
                .body("selected.tallies", equalTo(0));
        reconcile(since).statusCode(200).body("selected.tallies", notNullValue());
    }

    @Test
    void tellsOfManyInChunksAndOfEachOnce() {
        try (KafkaProbe kafka = KafkaProbe.fromNow(OUT)) {
            // Given
            List<String> many = IntStream.range(0, 1_205)
                    .mapToObj(number -> learner + "-" + number)
                    .toList();
            database()
                    .execute(
                            "insert into tally select ? || '-' || n, 1, 1, 'test', 'test' from generate_series(0, 1204) n",
                            learner);

            // When
            ValidatableResponse answer = reconcile(Map.of("learner_ids", many));

            // Then
            String job = String.valueOf(answer.extract().<Integer>path("job_id"));
            awaitDone(job, 1_205);
            List<ReceivedEvent> told = kafka.awaitEvents(
                    OUT, 1_205, event -> event.key() != null && event.key().startsWith(learner + "-"));
            assertThat(told).extracting(ReceivedEvent::key).containsExactlyInAnyOrderElementsOf(many);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | filter_missing",
                "{\"learner_ids\": []} | filter_missing",
                "{\"learner_ids\": [\"a b\"]} | invalid_selection",
                "{\"course_key\": \"nonsense\"} | invalid_selection",
                "{\"from\": \"+999999999-01-01T00:00:00Z\"} | invalid_time",
                "{\"from\": \"yesterday\"} | unreadable_body"
            })
    void whatSelectsNothingOrDoesNotParseIsABadRequest(String body, String code) {
        // Given the body above

        // When
        ValidatableResponse answer = reconcile(body);

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void theSameSelectionTwiceIsOneJob() {
        // Given
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Selection since = new Selection(null, List.of(learner), from, null);
        Selection sinceLater = new Selection(null, List.of(learner), from.plusSeconds(1), null);
        Cause operator = Cause.of("operator", "request");

        // When
        List<Long> jobs = QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        reconciliation.begin(since, operator),
                        reconciliation.begin(since, operator),
                        reconciliation.begin(sinceLater, operator)));

        // Then
        assertThat(jobs.get(1)).isEqualTo(jobs.get(0));
        assertThat(jobs.get(2)).isNotEqualTo(jobs.get(0));
    }

    private boolean isAbout(ReceivedEvent event) {
        return learner.equals(event.key());
    }

    private String rows() {
        return database()
                        .query("select t.*, t.xmin::text from tally t where learner_id = ?", learner)
                        .toString()
                + database().query("select * from tally_history where learner_id = ?", learner);
    }

    private static void awaitDone(String job, int told) {
        patiently().until(() -> job(job).extract().path("state").equals("done"));
        job(job).body("done", equalTo(told)).body("total", equalTo(told)).body("counts.tallies", equalTo(told));
    }

    private static ValidatableResponse job(String id) {
        return given().auth().oauth2(Tokens.staff()).get(OPS + "jobs/" + id).then();
    }

    /** With more than may wait, for a topic that is not there. */
    private static void fillOutbox(String topic) {
        database().execute("""
                        insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                        select gen_random_uuid(), ?, 'k', ?, 'c', 'c', '{}' from generate_series(0, 10000)
                        """, topic, TallyWire.ADDITION);
    }

    private static ValidatableResponse reconcile(Object body) {
        return reconcile(body, Tokens.staff());
    }

    private static ValidatableResponse reconcile(Object body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(OPS + "reconcile")
                .then();
    }
}
