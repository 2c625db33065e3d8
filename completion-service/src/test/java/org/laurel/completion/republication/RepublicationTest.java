package org.laurel.completion.republication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Sums of course runs are told once more, as they were told last. */
@QuarkusTest
class RepublicationTest {

    private static final String TOPIC = "laurel.completions";
    private static final String PROGRESSED = "org.laurel.completion.progressed.v1";

    @Test
    void tellsTheSumOfEachLearnerOfACourseRunWithItsVersionAndTime() {
        // Given
        Told told = new Told("course-v1:Republish+one+1", "one");
        Told other = new Told("course-v1:Republish+two+1", "two");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            other.begin(probe);
            List<ReceivedEvent> first = probe.awaitEvents(TOPIC, 2, told::isSum);
            probe.awaitEvents(TOPIC, 2, other::isSum);

            // When
            ValidatableResponse answer = republish("{\"course_key\": \"" + told.course() + "\"}");

            // Then
            answer.statusCode(202)
                    .body("course_key", equalTo(told.course()), "task_id", matchesPattern("\\d+"))
                    .header("Location", matchesPattern(".*/api/completion/ops/jobs/\\d+"));
            List<ReceivedEvent> all = probe.awaitEvents(TOPIC, 4, told::isSum);
            assertThat(all.subList(2, 4)).allSatisfy(again -> {
                ReceivedEvent before = first.stream()
                        .filter(one -> Objects.equals(one.key(), again.key()))
                        .findFirst()
                        .orElseThrow();
                for (String member :
                        List.of("block_key", "type", "earned", "possible", "percent", "version", "occurred_at")) {
                    assertThat(again.body().path(member).asText())
                            .as(member)
                            .isEqualTo(before.body().path(member).asText());
                }
                assertThat(again.id()).isNotEqualTo(before.id());
            });
            Arrival.awaitJobs();
            assertThat(probe.received(TOPIC).stream().filter(other::isSum)).hasSize(2);
        }
    }

    @Test
    void isWhatAReconciliationTells() {
        // Given
        Told told = new Told("course-v1:Republish+reconciled+1", "reconciled");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            List<ReceivedEvent> first = probe.awaitEvents(TOPIC, 2, told::isSum);

            // When
            ValidatableResponse answer = given().auth()
                    .oauth2(Tokens.staff())
                    .contentType("application/json")
                    .body("{\"course_key\": \"" + told.course() + "\"}")
                    .post("/api/completion/ops/reconcile")
                    .then();

            // Then
            answer.statusCode(202);
            assertThat(probe.awaitEvents(TOPIC, 4, told::isSum).subList(2, 4))
                    .extracting(again -> again.body().toString())
                    .containsExactlyInAnyOrderElementsOf(first.stream()
                            .map(before -> before.body().toString())
                            .toList());
        }
    }

    @Test
    void tellsWhatWasToldBeforeTimesWereKeptAtTheLatestTimeItCanHaveMoved() {
        // Given
        Told told = new Told("course-v1:Republish+old+1", "old");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
            Database.current()
                    .execute(
                            "update course_progress set told_at = null, seen_at = '2025-01-01T00:10:30Z'"
                                    + " where course_key = ?",
                            told.course());

            // When
            republish("{\"course_key\": \"" + told.course() + "\"}");

            // Then
            assertThat(probe.awaitEvents(TOPIC, 4, told::isSum).subList(2, 4))
                    .extracting(again -> again.body().path("occurred_at").asText())
                    .containsExactlyInAnyOrder("2025-01-01T00:10:30Z", "2025-01-01T00:11:00Z");
        }
    }

    @Test
    void tellsMoreThanAChunkAndNobodyOfWhomNothingWasTold() {
        // Given
        Told told = new Told("course-v1:Republish+many+1", "many");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
            told.copy(1_000, 1);
            told.copy(3, 0);

            // When
            republish("{\"course_key\": \"" + told.course() + "\"}");

            // Then
            List<ReceivedEvent> again =
                    probe.awaitEvents(TOPIC, 1_004, told::isSum).subList(2, 1_004);
            assertThat(again).extracting(ReceivedEvent::key).doesNotHaveDuplicates();
            Arrival.awaitJobs();
            assertThat(probe.received(TOPIC).stream().filter(told::isSum)).hasSize(1_004);
        } finally {
            told.removeCopies();
        }
    }

    @Test
    void tellsProgressBetweenTwoChunksToThoseWhoComeLater() {
        // Given
        Told told = new Told("course-v1:Republish+between+1", "between");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
            told.job("paused", told.course() + "\nbetween-1");
            Platform platform = new Platform(told.course());
            Outline outline = Outline.small(told.course());
            Arrival.send(
                    probe,
                    platform.completed("between-1", outline.key("b"), "1", 12),
                    platform.completed("between-2", outline.key("b"), "1", 13));
            probe.awaitEvents(TOPIC, 4, told::isSum);

            // When
            Database.current()
                    .execute("update job set state = 'running' where subject = ? and state = 'paused'", told.course());

            // Then
            ReceivedEvent again = probe.awaitEvents(TOPIC, 5, told::isSum).getLast();
            assertThat(again.body().path("learner_id").asText()).isEqualTo("between-2");
            assertThat(again.body().path("version").asLong()).isEqualTo(2);
            assertThat(again.body().path("occurred_at").asText()).isEqualTo("2025-01-01T00:13:00Z");
            Arrival.awaitJobs();
            assertThat(probe.received(TOPIC).stream().filter(told::isSum)).hasSize(5);
        }
    }

    @Test
    void joinsAJobThatWaitsAndNoneThatIsUnderWay() {
        // Given
        Told told = new Told("course-v1:Republish+join+1", "join");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
        }
        long underWay = told.later("running", told.course() + "\njoin-1");
        long waiting = told.later("waiting", null);
        try {
            // When
            ValidatableResponse joined = republish("{\"course_key\": \"" + told.course() + "\"}");

            // Then
            joined.statusCode(202).body("task_id", equalTo(String.valueOf(waiting)));
            told.remove(waiting);
            republish("{\"course_key\": \"" + told.course() + "\"}")
                    .statusCode(202)
                    .body("task_id", not(equalTo(String.valueOf(underWay))));
        } finally {
            told.remove(underWay);
            told.remove(waiting);
        }
    }

    @Test
    void refusesWhileAJobForTheSameIsPaused() {
        // Given
        Told told = new Told("course-v1:Republish+paused+1", "paused");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
        }
        long paused = told.job("paused", null);
        try {
            // When
            ValidatableResponse answer = republish("{\"course_key\": \"" + told.course() + "\"}");

            // Then
            answer.statusCode(409)
                    .body("error_code", equalTo("republication_paused"), "detail", containsString("Job " + paused));
        } finally {
            told.remove(paused);
        }
    }

    @Test
    void refusesWhoeverIsNeitherStaffNorAService() {
        // When
        ValidatableResponse answer =
                republish("{\"all\": true}", Tokens.learner("republish-learner", "republish-learner"));

        // Then
        answer.statusCode(403);
    }

    @Test
    void tellsAllCourseRuns() {
        // Given
        Told told = new Told("course-v1:Republish+all+1", "all");
        Told other = new Told("course-v1:Republish+more+1", "more");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            other.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
            probe.awaitEvents(TOPIC, 2, other::isSum);

            // When
            ValidatableResponse answer = republish("{\"all\": true}");

            // Then
            answer.statusCode(202).body("course_key", equalTo(null));
            probe.awaitEvents(TOPIC, 4, told::isSum);
            probe.awaitEvents(TOPIC, 4, other::isSum);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"all\": false}",
                "{\"all\": true, \"course_key\": \"course-v1:A+B+C\"}",
                "{\"course_key\": \"no key\"}"
            })
    void refusesASelectionWithoutSense(String body) {
        // When
        ValidatableResponse answer = republish(body);

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_selection"));
    }

    @Test
    void knowsNothingOfOtherCourseRuns() {
        // When
        ValidatableResponse answer = republish("{\"course_key\": \"course-v1:Republish+unknown+1\"}");

        // Then
        answer.statusCode(404).body("error_code", equalTo("course_run_not_found"));
    }

    private static ValidatableResponse republish(String body) {
        return republish(body, Tokens.staff());
    }

    private static ValidatableResponse republish(String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/completion/v1/republications")
                .then();
    }

    /** Two learners of a course run, one of whom has completed a block and one two. */
    private record Told(String course, String word) {

        void begin(KafkaProbe probe) {
            Outline outline = Outline.small(course);
            Platform platform = new Platform(course);
            Arrival.send(
                    probe,
                    platform.structure(outline, 1, 0),
                    platform.completed(word + "-1", outline.key("a"), "1", 10),
                    platform.completed(word + "-2", outline.key("a"), "0.5", 11));
        }

        /** Learners who stand where the first one stands, with a version. */
        void copy(int learners, int version) {
            Database.current()
                    .execute(
                            "insert into course_progress select (jsonb_populate_record(p, jsonb_build_object("
                                    + "'learner_id', 'copy' || ? || '-' || i, 'version', ?))).*"
                                    + " from course_progress p cross join generate_series(1, ?) i"
                                    + " where p.course_key = ? and p.learner_id = ?",
                            version,
                            version,
                            learners,
                            course,
                            word + "-1");
        }

        void remove(long job) {
            Database.current().execute("delete from job where id = ?", job);
        }

        void removeCopies() {
            Database.current()
                    .execute("delete from course_progress where course_key = ? and learner_id like 'copy%'", course);
        }

        /** A job for the course run that has come to a place, null for none. */
        long job(String state, @Nullable String cursor) {
            return Database.current()
                    .number(
                            "insert into job (kind, subject, state, cursor, created_by)"
                                    + " values ('republish-course-progress', ?, ?, ?, 'test') returning id",
                            course,
                            state,
                            cursor);
        }

        /** A job whose next chunk does not come for an hour. */
        long later(String state, @Nullable String cursor) {
            return Database.current()
                    .number(
                            "insert into job (kind, subject, state, cursor, created_by, not_before)"
                                    + " values ('republish-course-progress', ?, ?, ?, 'test', now() + interval '1 hour')"
                                    + " returning id",
                            course,
                            state,
                            cursor);
        }

        boolean isSum(ReceivedEvent event) {
            return event.type().equals(PROGRESSED)
                    && event.body().path("type").asText().equals("course")
                    && event.body().path("course_key").asText().equals(course);
        }
    }
}
