package org.laurel.enrollment.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CohortUsersTest {

    private final Scene scene = new Scene();
    private final CohortScene cohorts = new CohortScene(scene);

    @Inject
    StatementCount statements;

    @Test
    void addsPeopleByAnyNameAndTellsWhatBecameOfEach() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            List.of("ada", "bob", "eve").forEach(scene::register);
            long blue = cohorts.make("Blue", "manual");
            long red = cohorts.make("Red", "random");
            cohorts.add(red, names("ada")).statusCode(200);
            cohorts.add(blue, names("bob")).statusCode(200);

            // When
            ValidatableResponse answer = cohorts.add(
                    blue,
                    "[\"%s\", \"%s\", \"\", \"nobody-%s\", \" %s \", \"%s\", \"foo@bar\"]"
                            .formatted(
                                    scene.email("new"),
                                    scene.username("ada"),
                                    scene.id("x"),
                                    scene.email("eve"),
                                    scene.username("bob")));

            // Then
            answer.statusCode(200)
                    .body(
                            "added.username", contains(scene.username("eve")),
                            "added.email", contains(scene.email("eve")),
                            "changed.username", contains(scene.username("ada")),
                            "changed.previous_cohort", contains("Red"),
                            "present", contains(scene.username("bob")),
                            "unknown", contains("nobody-" + scene.id("x")),
                            "preassigned", contains(scene.email("new")),
                            "invalid", contains("foo@bar"),
                            "success", equalTo(true));
            assertThat(cohorts.news(probe, "ada", 3)).containsExactly("+Red 1", "-Red 2", "+Blue 1");
            assertThat(cohorts.news(probe, "bob", 1)).containsExactly("+Blue 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"users\": null}", "{\"users\": [1]}", "{\"users\": [null]}", "[]", "{"})
    void refusesUsersThatAreNone(String json) {
        // Given
        scene.open();
        long blue = cohorts.make("Blue", "manual");

        // When
        var answer = CohortScene.send(Tokens.staff(), "POST", cohorts.cohorts() + blue + "/users/", json);

        // Then
        answer.statusCode(400);
    }

    @Test
    void takesOneByThePathAndATextOfManyAndAnOddOne() {
        // Given
        scene.open();
        List.of("ada", "bob").forEach(scene::register);
        long blue = cohorts.make("Blue", "manual");

        // When
        var one = CohortScene.as(Tokens.staff())
                .post(cohorts.cohorts() + blue + "/users/" + scene.username("ada"))
                .then();

        // Then
        one.statusCode(200).body("added.username", contains(scene.username("ada")));
        cohorts.add(blue, "\"%s, %s\"".formatted(scene.username("ada"), scene.username("bob")))
                .statusCode(200)
                .body("added.username", contains(scene.username("bob")), "present", contains(scene.username("ada")));
        cohorts.add(blue, "[\"a\\u0000@example.org\", \"b\\u0000\"]")
                .statusCode(200)
                .body("invalid.size()", equalTo(1), "unknown.size()", equalTo(1));
    }

    @Test
    void listsMembersInPagesAndTakesThemOut() {
        // Given
        scene.open();
        List.of("ada", "bob", "eve").forEach(scene::register);
        long blue = cohorts.make("Blue", "manual");
        cohorts.add(blue, names("eve", "ada", "bob")).statusCode(200);
        String users = cohorts.cohorts() + blue + "/users/";

        // When
        var page = CohortScene.get(Tokens.staff(), users + "?page_size=2");

        // Then
        page.statusCode(200)
                .body(
                        "results.username", contains(scene.username("ada"), scene.username("bob")),
                        "results.name", contains("ada", "bob"),
                        "count", equalTo(3),
                        "previous", nullValue());
        CohortScene.get(Tokens.staff(), users + "?page_size=2&page=2")
                .body("results.email", contains(scene.email("eve")));
        CohortScene.get(Tokens.staff(), users + "?page=0").statusCode(400);
        remove(blue, scene.username("ada")).statusCode(204);
        remove(blue, scene.username("ada")).statusCode(204);
        remove(blue, "nobody-" + scene.id("x")).statusCode(404);
        assertThat(cohorts.cohortOf("ada")).isNull();
        CohortScene.get(Tokens.staff(), users)
                .body("results.username", contains(scene.username("bob"), scene.username("eve")), "count", equalTo(2));
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + blue).body("user_count", equalTo(2));
    }

    @Test
    void takingOutOfOneCohortLeavesAnotherOneAlone() {
        // Given
        scene.open();
        scene.register("ada");
        long blue = cohorts.make("Blue", "manual");
        long red = cohorts.make("Red", "manual");
        cohorts.add(red, names("ada")).statusCode(200);

        // When
        remove(blue, scene.username("ada")).statusCode(204);

        // Then
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Red");
    }

    @Test
    void aFileGivesEachRowItsResult() {
        // Given
        scene.open();
        List.of("ada", "bob").forEach(scene::register);
        cohorts.make("Blue", "manual");
        cohorts.make("Red, or so", "manual");
        String csv = """
                \uFEFFUsername,email,Cohort
                %s,%s,Blue

                ,%s,"Red, or so"
                ,%s,Blue
                x-%s,,Blue
                %s,,Green
                ,,Blue
                %s
                """.formatted(
                        scene.username("ada"),
                        scene.email("bob"),
                        scene.email("bob"),
                        scene.email("new"),
                        scene.id("x"),
                        scene.username("ada"),
                        scene.username("ada"));

        // When
        ValidatableResponse answer = upload(csv.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(200)
                .body("results.row", contains(1, 2, 3, 4, 5, 6, 7))
                .body(
                        "results.outcome",
                        contains(
                                "added",
                                "added",
                                "preassigned",
                                "unknown",
                                "unknown_cohort",
                                "malformed",
                                "malformed"));
        assertThat(cohorts.cohortOf("bob")).isEqualTo("Red, or so");
    }

    @Test
    void ofSeveralCohortsForAnAddressTheOneThatWasSaidLastWaits() {
        // Given
        scene.open();
        long blue = cohorts.make("Blue", "manual");
        cohorts.make("Red", "manual");
        cohorts.add(blue, "[\"%s\"]".formatted(scene.email("ada"))).statusCode(200);
        String csv = "email,cohort\n%1$s,Red\n%2$s,Blue\n%2$s,Red\n".formatted(scene.email("ada"), scene.email("bob"));

        // When
        upload(csv.getBytes(StandardCharsets.UTF_8)).statusCode(200);

        // Then
        List.of("ada", "bob").forEach(scene::register);
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Red");
        assertThat(cohorts.cohortOf("bob")).isEqualTo("Red");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "username\nada\n",
                "cohort\nBlue\n",
                "cohort,cohort,username\na,b,c\n",
                "username,cohort\n\"a"
            })
    void refusesAFileThatIsNone(String csv) {
        // Given
        scene.open();

        // When
        var answer = upload(csv.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(400);
        upload(new byte[] {(byte) 0xff, (byte) 0xfe}).statusCode(400);
        CohortScene.as(Tokens.staff())
                .multiPart("other", "x")
                .post(cohorts.file())
                .then()
                .statusCode(400);
    }

    @Test
    void aHundredPeopleTakeAsManyStatementsAsTwo() {
        // Given
        scene.open();
        long blue = cohorts.make("Blue", "manual");
        List<String> names = IntStream.range(0, 102).mapToObj(i -> "n" + i).toList();
        names.forEach(scene::register);

        // When
        long few = statements.during(
                () -> cohorts.add(blue, names(names.get(0), names.get(1))).statusCode(200));
        long many = statements.during(() -> cohorts.add(
                        blue, names(names.subList(2, 102).toArray(String[]::new)))
                .statusCode(200));

        // Then
        assertThat(many).isEqualTo(few).isGreaterThan(5);
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + blue).body("user_count", equalTo(102));
    }

    private String names(String... names) {
        return List.of(names).stream()
                .map(name -> "\"" + scene.username(name) + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private ValidatableResponse remove(long cohort, String username) {
        return CohortScene.as(Tokens.staff())
                .delete(cohorts.cohorts() + cohort + "/users/" + username)
                .then();
    }

    private ValidatableResponse upload(byte[] content) {
        return CohortScene.as(Tokens.staff())
                .multiPart("uploaded-file", "people.csv", content, "text/csv")
                .post(cohorts.file())
                .then();
    }
}
