package org.laurel.completion.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;

/** Statements go to Kafka under names by which nobody finds the learners. */
@QuarkusTest
@TestProfile(StatementTopicTest.ToTopic.class)
class StatementTopicTest {

    private static final String TOPIC = "laurel.xapi";
    private static final String ACTOR = "a5b43e16-df24-8233-8325-00d484c986a8";

    @Inject
    ProgressAccounting accounting;

    @Inject
    StructurePublishing publishing;

    /** Statements of courses and chapters, to the topic. */
    public static class ToTopic implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.completion.xapi.delivery",
                    "topic",
                    "laurel.completion.xapi.types",
                    "course",
                    "laurel.completion.xapi.lms-root",
                    LrsDeployment.LMS,
                    "laurel.completion.xapi.actor-secret",
                    LrsDeployment.SECRET);
        }
    }

    @Test
    void tellsEveryChangeOfTheConfiguredTypesOnceAndInOrder() {
        // Given
        Progressing course = new Progressing("course-v1:Org+topic+xapi", accounting, publishing);
        Platform platform = new Platform(course.course());
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC, "laurel.completions")) {
            Arrival.send(probe, platform.structure(course.outline(), 1, 0));

            // When
            for (String block : List.of("a", "b", "d", "e")) {
                Arrival.send(probe, platform.completed("42", course.outline().key(block), "1", 10));
            }

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(TOPIC, 4, event -> ACTOR.equals(event.key()));
            assertThat(events).hasSize(4).allSatisfy(event -> {
                assertThat(event.type()).isEqualTo("org.laurel.xapi.statement-made.v1");
                assertThat(event.body().path("actor").asText()).isEqualTo(ACTOR);
                assertThat(event.body().path("occurred_at").asText())
                        .isEqualTo(Platform.at(10).toString());
                assertThat(XapiRules.violations(statement(event))).isEmpty();
            });
            assertThat(events)
                    .extracting(event -> statement(event)
                            .path("result")
                            .path("extensions")
                            .properties()
                            .iterator()
                            .next()
                            .getValue()
                            .asText())
                    .containsExactly("25", "50", "75", "100");
            await().until(() -> Database.current().count("xapi_statement") == 0);
        }
    }

    @Test
    void leavesNothingInTheEventThatLeadsToTheLearner() {
        // Given
        Progressing course = new Progressing("course-v1:Org+private+xapi", accounting, publishing);
        Platform platform = new Platform(course.course());
        String learner = "learner-whom-nobody-finds";
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC, "laurel.completions")) {
            Arrival.send(probe, platform.structure(course.outline(), 1, 0));
            var completed = platform.completed(learner, course.outline().key("a"), "1", 10);

            // When
            Arrival.send(probe, completed);

            // Then
            ReceivedEvent told = probe.awaitEvent("laurel.completions", event -> learner.equals(event.key()));
            ReceivedEvent event =
                    probe.awaitEvent(TOPIC, one -> statement(one).toString().contains(course.course()));
            assertThat(told.headers()).containsEntry("ce_causationid", completed.id());
            assertThat(event.headers())
                    .containsEntry("ce_causationid", statement(event).path("id").asText());
            assertThat(event.headers().values()).doesNotContain(completed.id(), learner);
            assertThat(event.text()).doesNotContain(learner);
        }
    }

    @Test
    void takesOnWhatWaitedForAStoreButForWhatTheStoreHasRefused() {
        // Given
        String waiting = "00000000-0000-4000-8000-0000000000a1";
        String refused = "00000000-0000-4000-8000-0000000000a2";
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            // When
            for (String id : List.of(refused, waiting)) {
                Database.current().execute("""
                        insert into xapi_statement (statement_id, statement, set_aside_at, reason)
                        select ?::uuid, ?::jsonb, case when ? then now() end, case when ? then 'HTTP 400' end
                        """, id, """
                        {"id": "%s", "timestamp": "2025-01-01T00:00:00Z", "actor": {"account": {"name": "%s"}},
                         "verb": {}, "object": {}}
                        """.formatted(id, ACTOR), id.equals(refused), id.equals(refused));
            }

            // Then
            probe.awaitEvent(
                    TOPIC, event -> statement(event).path("id").asText().equals(waiting));
            await().until(() ->
                    Database.current().number("select count(*) from xapi_statement where set_aside_at is null") == 0);
            assertThat(probe.received(TOPIC))
                    .noneMatch(event -> statement(event).path("id").asText().equals(refused));
            assertThat(Database.current().number("select count(*) from xapi_statement where set_aside_at is not null"))
                    .isEqualTo(1);
        } finally {
            Database.current().execute("delete from xapi_statement");
        }
    }

    private static JsonNode statement(ReceivedEvent event) {
        return event.body().path("statement");
    }
}
