package org.laurel.completion.structure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** Types of its own, so that other tests' course runs count as before. */
@QuarkusTest
class BlockTypesApiTest {

    private static final String TYPES = "/api/completion/v1/block-types";
    private static final String COMPLETIONS = "laurel.completions";

    @AfterEach
    void restore() {
        put(registry(Map.of(), List.of())).statusCode(200);
        Arrival.awaitJobs();
    }

    @Test
    void tellsTheRegistryAndItsVersion() {
        // When
        ValidatableResponse answer = get();

        // Then
        answer.statusCode(200)
                .header("ETag", notNullValue())
                .body("types.html", equalTo("completable"), "types.discussion", equalTo("excluded"))
                .body("types.library_content", equalTo("aggregator"))
                .body("aggregated", contains("chapter", "course", "sequential", "vertical"));
        String tag = answer.extract().header("ETag");
        given().auth()
                .oauth2(Tokens.service())
                .header("If-None-Match", tag)
                .get(TYPES)
                .then()
                .statusCode(304);
        given().auth().oauth2(Tokens.learner("bt1", "typer")).get(TYPES).then().statusCode(403);
        given().get(TYPES).then().statusCode(401);
    }

    @Test
    void keepsEveryVersionWithWhoAndWhy() {
        // Given
        String tag = get().extract().header("ETag");
        String body = registry(Map.of("bt_history", "excluded"), List.of());

        // When
        ValidatableResponse answer = put(body, tag);

        // Then
        answer.statusCode(200).body("types.bt_history", equalTo("excluded"));
        String next = answer.extract().header("ETag");
        assertThat(next).isNotEqualTo(tag);
        put(body, next).statusCode(200).header("ETag", equalTo(next));
        put(body, tag).statusCode(412).body("error_code", equalTo("version_changed"));
        int version = answer.extract().path("version");
        given().auth()
                .oauth2(Tokens.staff())
                .get(TYPES + "/history?limit=1")
                .then()
                .statusCode(200)
                .body("results.version", contains(version), "results[0].changed_by", equalTo("staff"))
                .body("results[0].change_reason", equalTo("a new plug-in"));
        put(registry(Map.of(), List.of())).statusCode(200).body("version", equalTo(version + 1));
        given().auth()
                .oauth2(Tokens.service())
                .get(TYPES + "/history?cursor=" + (version + 1))
                .then()
                .statusCode(200)
                .body("results[0].version", equalTo(version));
        given().auth()
                .oauth2(Tokens.learner("bt1", "typer"))
                .get(TYPES + "/history")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesARegistryThatBreaksRules() {
        // When
        ValidatableResponse answer = put("""
                {"types": {"course": "completable", "html": "sometimes"}, "aggregated": ["course", "html"]}""");

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_block_types"))
                .body("violations.field", hasItem("types.html"))
                .body("violations.field", hasItem("aggregated"));
        put("{}").statusCode(400);
        put("").statusCode(400);
        put("{\"types\": {\"course\": null}, \"aggregated\": [\"course\"]}").statusCode(400);
        put("{\"types\": {\"course\": \"aggregator\"}, \"aggregated\": [null]}").statusCode(400);
        given().auth()
                .oauth2(Tokens.learner("bt1", "typer"))
                .contentType("application/json")
                .body(registry(Map.of(), List.of()))
                .put(TYPES)
                .then()
                .statusCode(403);
    }

    @Test
    void countsANewTypeAndOneWhoseModeChangesInCourseRunsThatAreThere() {
        // Given
        Outline outline = Outline.of("course-v1:Org+types1+2026")
                .block("course", "c", "v")
                .block("vertical", "v", "a", "w")
                .blocks("html", "a")
                .blocks("bt_widget", "w");
        start(outline, "bt2", "a", "w");
        assertThat(stored(outline)).isEqualTo("1000000000 of 1");

        // When
        put(registry(Map.of("bt_widget", "completable"), List.of())).statusCode(200);

        // Then
        completion(outline, "bt2").body("completion.earned", equalTo(2f), "completion.possible", equalTo(2f));
        Arrival.awaitJobs();
        assertThat(stored(outline)).isEqualTo("2000000000 of 2");
        put(registry(Map.of("bt_widget", "excluded"), List.of())).statusCode(200);
        completion(outline, "bt2").body("completion.earned", equalTo(1f), "completion.possible", equalTo(1f));
        Arrival.awaitJobs();
        assertThat(stored(outline)).isEqualTo("1000000000 of 1");
        assertThat(Database.current()
                        .value(
                                "select earned from block_progress where block_key = ? and learner_id = 'bt2'",
                                outline.key("v")))
                .isEqualTo("1000000000");
    }

    @Test
    void keepsAndTellsTheSumsOfTheAggregatedTypes() {
        // Given
        Outline outline = Outline.of("course-v1:Org+types2+2026")
                .block("course", "c", "f")
                .block("bt_frame", "f", "u")
                .block("bt_unit", "u", "a", "b")
                .blocks("html", "a", "b");
        put(registry(Map.of("bt_frame", "aggregator", "bt_unit", "aggregator"), List.of("bt_unit")))
                .statusCode(200);
        start(outline, "bt3", "a");
        assertThat(kept("bt3")).containsExactly(outline.key("u"));

        // When
        put(registry(Map.of("bt_frame", "aggregator", "bt_unit", "aggregator"), List.of("bt_frame")))
                .statusCode(200);

        // Then
        Arrival.awaitJobs();
        assertThat(kept("bt3")).containsExactly(outline.key("f"));
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(probe, platform(outline).completed("bt3", outline.key("b"), "1", 3));
            assertThat(probe.awaitEvents(COMPLETIONS, 3, event -> "bt3".equals(event.key())))
                    .extracting(event -> event.body().path("type").asText(""))
                    .contains("bt_frame", "course")
                    .doesNotContain("bt_unit");
        }
    }

    @Test
    void keepsTheSumsOfLibrariesOnRequest() {
        // Given
        Outline outline = Outline.small("course-v1:Org+types3+2026");
        start(outline, "bt4", "oc");
        assertThat(kept("bt4")).containsExactly(outline.key("ch2"));

        // When
        put(registry(Map.of(), List.of("library_content"))).statusCode(200);

        // Then
        Arrival.awaitJobs();
        assertThat(kept("bt4")).containsExactlyInAnyOrder(outline.key("ch2"), outline.key("o"));
    }

    @Test
    void waitsForThoseWhoCountAndHasThemCountedAgain() throws Exception {
        // Given
        Outline outline = Outline.of("course-v1:Org+types4+2026")
                .block("course", "c", "v")
                .block("vertical", "v", "a", "w")
                .blocks("html", "a")
                .blocks("bt_late", "w");
        start(outline, "bt5", "w");
        List<CompletableFuture<Integer>> changes = new ArrayList<>();
        CountingSql.interrupt("from block_completion", () -> {
            changes.add(CompletableFuture.supplyAsync(() -> put(registry(Map.of("bt_late", "completable"), List.of()))
                    .extract()
                    .statusCode()));
            await("the change to wait").atMost(KafkaProbe.PATIENCE).until(BlockTypesApiTest::isSomebodyWaiting);
        });

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(probe, platform(outline).completed("bt5", outline.key("a"), "1", 4));
        }

        // Then
        assertThat(changes.getFirst().get(KafkaProbe.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(200);
        completion(outline, "bt5").body("completion.earned", equalTo(2f), "completion.possible", equalTo(2f));
        Arrival.awaitJobs();
        assertThat(stored(outline)).isEqualTo("2000000000 of 2");
    }

    private static boolean isSomebodyWaiting() {
        return Database.current().number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                > 0;
    }

    private static Platform platform(Outline outline) {
        return new Platform(outline.courseKey().value());
    }

    private static void start(Outline outline, String learnerId, String... completed) {
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(
                    probe,
                    platform(outline).structure(outline, 1, 0),
                    platform(outline).enrolled(learnerId, learnerId + "-name", true, 1));
            for (String block : completed) {
                Arrival.send(probe, platform(outline).completed(learnerId, outline.key(block), "1", 2));
            }
        }
        Arrival.awaitJobs();
    }

    private static String stored(Outline outline) {
        return String.valueOf(Database.current()
                .value(
                        "select earned || ' of ' || possible from course_progress where course_key = ?",
                        outline.courseKey().value()));
    }

    private static List<String> kept(String learnerId) {
        return Database.current().query("select block_key from block_progress where learner_id = ?", learnerId).stream()
                .map(row -> String.valueOf(row.get("block_key")))
                .toList();
    }

    private static ValidatableResponse completion(Outline outline, String learnerId) {
        return given().auth()
                .oauth2(Tokens.learner(learnerId, learnerId + "-name"))
                .get("/api/completion/v0/course/{course}/", outline.courseKey().value())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get() {
        return given().auth().oauth2(Tokens.staff()).get(TYPES).then();
    }

    /** The usual registry with more types, and more of which sums are kept. */
    private static String registry(Map<String, String> more, List<String> aggregated) {
        Map<String, String> types = new TreeMap<>();
        BlockTypes.USUAL.modes().forEach((type, mode) -> types.put(type, mode.word()));
        types.putAll(more);
        List<String> kept = new ArrayList<>(BlockTypes.USUAL.aggregated());
        kept.addAll(aggregated);
        StringBuilder body = new StringBuilder("{\"change_reason\": \"a new plug-in\", \"types\": {");
        types.forEach((type, mode) -> body.append("\"%s\": \"%s\",".formatted(type, mode)));
        body.setLength(body.length() - 1);
        return body.append("}, \"aggregated\": [\"")
                .append(String.join("\",\"", kept))
                .append("\"]}")
                .toString();
    }

    private static ValidatableResponse put(String body) {
        return put(body, "*");
    }

    private static ValidatableResponse put(String body, String ifMatch) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(TYPES)
                .then();
    }
}
