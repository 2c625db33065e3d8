package org.laurel.completion.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.xapi.LearningRecordStore.Illness;
import org.laurel.completion.xapi.db.StatementQueue;
import org.laurel.completion.xapi.db.StatementQueue.Turn;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** Statements get to the learning record store, each once, whatever is wrong with the store meanwhile. */
@QuarkusTest
@QuarkusTestResource(value = LrsDeployment.class, restrictToAnnotatedClass = true)
class StatementDeliveryTest {

    @Inject
    ProgressAccounting accounting;

    @Inject
    StructurePublishing publishing;

    @Inject
    StatementQueue queue;

    @AfterEach
    void deliverTheRest() {
        LrsDeployment.store().refuse(statement -> false);
        awaitEmptyQueue();
        Database.current().execute("delete from xapi_statement");
    }

    @Test
    void tellsEveryChangeOnceInTheWordsOfTheSpecification() {
        // Given
        Progressing course = course("told");
        Platform platform = new Platform(course.course());
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    platform.courseRun("Ünits & more", "Org", true, 1, 0),
                    platform.structure(course.outline(), 1, 0));

            // When
            Arrival.send(probe, platform.completed("x1", course.outline().key("a"), "0.58", 10));

            // Then
            List<JsonNode> statements = awaitStatements(course, 2);
            JsonNode chapter = statements.getFirst();
            assertThat(statements)
                    .allSatisfy(statement ->
                            assertThat(XapiRules.violations(statement)).isEmpty());
            assertThat(chapter.at("/actor/account/homePage").asText()).isEqualTo(LrsDeployment.LMS);
            assertThat(chapter.at("/actor/account/name").asText()).isEqualTo("bf1d52c5-e883-86b0-bfa9-c879e62a1ecd");
            assertThat(chapter.at("/verb/id").asText()).isEqualTo("http://adlnet.gov/expapi/verbs/progressed");
            assertThat(chapter.at("/object/id").asText())
                    .isEqualTo(LrsDeployment.LMS + "/xblock/" + course.outline().key("ch1"));
            assertThat(chapter.at("/object/definition/type").asText())
                    .isEqualTo("http://adlnet.gov/expapi/activities/module");
            assertThat(chapter.at("/result/completion").asBoolean(true)).isFalse();
            assertThat(progress(chapter)).isEqualTo("29");
            assertThat(progress(statements.getLast())).isEqualTo("14.5");
            assertThat(chapter.at("/timestamp").asText())
                    .isEqualTo(Platform.at(10).toString());
            assertThat(chapter.at("/version").asText()).isEqualTo("1.0.3");
            assertThat(parent(chapter).at("/id").asText()).isEqualTo(LrsDeployment.LMS + "/course/" + course.course());
            assertThat(parent(chapter).at("/definition/name/en-US").asText()).isEqualTo("Ünits & more");
            assertThat(chapter.at("/context/extensions").fieldNames())
                    .toIterable()
                    .containsExactly("https://w3id.org/xapi/openedx/extension/transformer-version");
            assertThat(chapter.toString()).doesNotContain("x1");
        }
    }

    @Test
    void namesACourseRunOfWhichTheDirectoryHasNotToldById() {
        // Given
        Progressing course = course("untitled").published();

        // When
        course.complete("x2", "a", "b", "d", "e");

        // Then
        List<JsonNode> statements = awaitStatements(course, 8);
        assertThat(statements).allSatisfy(statement -> {
            assertThat(XapiRules.violations(statement)).isEmpty();
            assertThat(parent(statement).path("definition").has("name")).isFalse();
        });
        assertThat(statements)
                .extracting(StatementDeliveryTest::progress)
                .containsExactly("50", "25", "100", "50", "50", "75", "100", "100");
        assertThat(statements.getLast().at("/result/completion").asBoolean()).isTrue();
        assertThat(statements.getLast().at("/object/definition/type").asText())
                .isEqualTo("http://adlnet.gov/expapi/activities/course");
        assertThat(statements)
                .extracting(statement -> statement.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(statements)
                .extracting(statement -> statement.at("/actor/account/name").asText())
                .containsOnly("0d01133c-265d-83e1-90b3-aa6553fbd649");
    }

    @Test
    void waitsForAStoreThatIsIllAndSkipsNothing() {
        // Given
        Progressing course = course("ill").published();
        LrsDeployment.store()
                .fallIll(
                        Illness.of(503),
                        new Illness(429, "slowly", Map.of("Retry-After", "1"), false),
                        Illness.of(401),
                        Illness.of(403),
                        Illness.of(0),
                        new Illness(200, "<h1>Sign in</h1>", Map.of("Content-Type", "text/html; charset=utf-8"), false),
                        new Illness(
                                200,
                                "{\"status\": \"maintenance\"}",
                                Map.of("Content-Type", "application/json"),
                                false),
                        new Illness(200, "[\"00000000-0000-4000-8000-000000000000\"]", Map.of(), false),
                        new Illness(204, "", Map.of(), false),
                        new Illness(500, "x".repeat(1_000_000), Map.of(), false));

        // When
        course.complete("x3", "a", "b", "d");

        // Then
        assertThat(awaitStatements(course, 6))
                .extracting(StatementDeliveryTest::progress)
                .containsExactly("50", "25", "100", "50", "50", "75");
        assertThat(setAside()).isEmpty();
    }

    @Test
    void sendsABatchAgainWhoseAnswerWasLostAndTheStoreKeepsItOnce() {
        // Given
        Progressing course = course("lost").published();
        LrsDeployment.store().fallIll(new Illness(0, "", Map.of(), true), new Illness(502, "", Map.of(), true));

        // When
        course.complete("x4", "a");

        // Then
        awaitEmptyQueue();
        assertThat(LrsDeployment.store().statements(course.course())).hasSize(2);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        // Given
        Progressing course = course("moved").published();
        String elsewhere = LrsDeployment.store().address() + "/elsewhere";
        LrsDeployment.store().fallIll(new Illness(307, "", Map.of("Location", elsewhere), false));

        // When
        course.complete("x5", "a");

        // Then
        awaitStatements(course, 2);
        assertThat(LrsDeployment.store().otherPaths()).isEmpty();
        assertThat(LrsDeployment.store().statuses()).contains(307);
    }

    @Test
    void takesAConflictForAStatementThatIsThereAlready() {
        // Given
        Progressing course = course("known").published();
        course.complete("x6", "a");
        ObjectNode older = awaitStatements(course, 2).getFirst().deepCopy();
        older.put("timestamp", "2020-01-01T00:00:00Z");
        LrsDeployment.store().put(older);

        // When
        Database.current()
                .execute(
                        "insert into xapi_statement (statement_id, statement) values (?::uuid, ?::jsonb)",
                        older.path("id").asText(),
                        older.deepCopy()
                                .put("timestamp", "2020-01-02T00:00:00Z")
                                .toString());
        course.complete("x6", "b");

        // Then
        assertThat(awaitStatements(course, 4)).contains(older);
        awaitEmptyQueue();
        assertThat(LrsDeployment.store().statuses()).contains(409);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void makesAllStatementsOfABatchByOneOfTheDatabase() {
        // Given
        Progressing course = course("counted").published();
        List<ProgressCommand> batch = IntStream.range(0, 200)
                .mapToObj(learner -> course.submit("many" + learner, "a"))
                .toList();

        // When
        List<String> sent = CountingSql.statements(() -> accounting.apply(batch));

        // Then
        assertThat(sent).filteredOn(sql -> sql.contains("xapi_statement")).hasSize(1);
        assertThat(sent).noneMatch(sql -> sql.startsWith("select * from course_run"));
        awaitStatements(course, 400);
    }

    @Test
    void makesNoStatementOfAChangeThatIsTakenBack() {
        // Given
        Progressing course = course("back").published();

        // When
        QuarkusTransaction.begin();
        course.complete("x7", "a");
        QuarkusTransaction.rollback();

        // Then
        course.complete("x7", "d");
        assertThat(awaitStatements(course, 2))
                .extracting(statement -> statement.at("/object/id").asText())
                .noneMatch(id -> id.endsWith("ch1"));
    }

    @Test
    void sendsLessAtOnceToAStoreThatTakesNoMore() {
        // Given
        Progressing course = course("large").published();
        int before = LrsDeployment.store().sizes().size();
        LrsDeployment.store().takeAtMost(2);

        // When
        waiting(() -> course.complete("x8", "a", "b", "d", "e"));

        // Then
        assertThat(awaitStatements(course, 8)).hasSize(8);
        LrsDeployment.store().takeAtMost(Integer.MAX_VALUE);
        assertThat(LrsDeployment.store().statuses()).contains(413);
        assertThat(LrsDeployment.store().sizes().stream().skip(before))
                .as("five are too many, and one by one would be too few")
                .startsWith(5, 2);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void sendsLessAtOnceToAStoreThatIsTooSlowAndMoreAgainWhenItIsNot() {
        // Given
        Progressing slow = course("slow").published();
        Progressing quick = course("quick").published();

        // When
        Runnable release = LrsDeployment.store().holdMoreThan(1);
        try {
            waiting(() -> slow.complete("x9", "a", "b", "d", "e"));
            assertThat(awaitStatements(slow, 8)).hasSize(8);
        } finally {
            release.run();
        }

        // Then
        int before = LrsDeployment.store().sizes().size();
        waiting(() -> IntStream.range(0, 20).forEach(learner -> quick.complete("y" + learner, "a", "b", "d", "e")));
        assertThat(awaitStatements(quick, 160)).hasSize(160);
        assertThat(LrsDeployment.store().sizes().stream().skip(before)).contains(5);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void heedsAStoreThatWantsAPauseAmongStatementsThatGoOneByOne() {
        // Given
        Progressing course = course("each").published();
        LearningRecordStore store = LrsDeployment.store();
        store.refuse(statement -> statement.at("/object/id").asText().endsWith("ch1"));
        store.letPass(3);
        store.meanwhile(() -> store.fallIll(new Illness(429, "slowly", Map.of("Retry-After", "1"), false)));

        // When
        waiting(() -> course.complete("x10", "a", "b"));

        // Then
        assertThat(awaitStatements(course, 2))
                .extracting(StatementDeliveryTest::progress)
                .containsExactly("25", "50");
        assertThat(store.statuses()).contains(429);
        assertThat(setAside())
                .extracting(row -> row.get("reason"))
                .containsOnly("HTTP 400: \"not to our taste\"")
                .hasSize(2);
    }

    @Test
    void anotherSessionGoesOnWhereTheSendersIsKilledAndTheStoreKeepsEachOnce() {
        // Given
        Progressing course = course("killed").published();
        int before = LrsDeployment.store().sizes().size();
        LrsDeployment.store().meanwhile(() -> Database.current().execute("""
                        do $$ begin
                            perform pg_terminate_backend(pid) from pg_locks
                            where locktype = 'advisory' and objid = 2017546313 and granted;
                        end $$
                        """));

        // When
        waiting(() -> course.complete("x11", "a", "b"));

        // Then
        assertThat(awaitStatements(course, 4))
                .extracting(statement -> statement.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(LrsDeployment.store().sizes().stream()
                        .skip(before)
                        .mapToInt(size -> size)
                        .sum())
                .as("what was sent by the session that ended is sent again")
                .isEqualTo(8);
    }

    /** Lets statements wait together, while nobody may send. */
    private void waiting(Runnable changes) {
        try (Turn turn = queue.open()) {
            await().until(turn::lead);
            changes.run();
        }
    }

    private Progressing course(String name) {
        return new Progressing("course-v1:Org+" + name + "+xapi", accounting, publishing);
    }

    private static JsonNode parent(JsonNode statement) {
        return statement.at("/context/contextActivities/parent/0");
    }

    private static String progress(JsonNode statement) {
        return statement
                .path("result")
                .path("extensions")
                .path("https://w3id.org/xapi/cmi5/result/extensions/progress")
                .asText();
    }

    private static List<JsonNode> awaitStatements(Progressing course, int count) {
        await().until(() -> LrsDeployment.store().statements(course.course()).size() >= count);
        awaitEmptyQueue();
        List<JsonNode> statements = LrsDeployment.store().statements(course.course());
        assertThat(statements).hasSize(count);
        return statements;
    }

    private static void awaitEmptyQueue() {
        await().until(() ->
                Database.current().number("select count(*) from xapi_statement where set_aside_at is null") == 0);
    }

    private static List<Map<String, @Nullable Object>> setAside() {
        return Database.current().query("select reason from xapi_statement where set_aside_at is not null");
    }
}
