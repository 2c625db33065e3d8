package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;
import org.laurel.programs.credential.History.Fact;

/**
 * As in operation, by Kafka and REST: certificate and enrollment facts in any order, some of them twice, and between them
 * changes of configurations, of settings and of the catalogue.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FactsAndChangesTest {

    /** Program 0 asks for A and for B or C; program 1 for any of the three. */
    private static final List<List<List<String>>> FIRST =
            List.of(List.of(List.of("A"), List.of("B", "C:honor")), List.of(List.of("A", "B", "C")));
    /** What a program may ask for after a change. */
    private static final List<List<List<String>>> OTHERS = List.of(
            List.of(List.of("A")),
            List.of(List.of("B"), List.of("C:honor")),
            List.of(List.of("A:honor", "B"), List.of("C")),
            List.of(List.of("A"), List.of("B"), List.of("C")),
            List.of(List.of("Z")));

    @AfterEach
    void putBack() {
        Site.putBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theFactsGiveWhatTheyGiveFromScratchWhateverIsConfiguredMeanwhile(int seed) {
        // Given
        Random random = new Random(seed);
        Story story = new Story("fwhile" + seed);
        List<List<List<String>>> programs = define(story);
        History history = History.of(story, random);

        // When
        for (List<Fact> part : history.arriving(random)) {
            PlatformNews.tell(part.stream().map(Fact::event).toList());
            losesNothing(story, () -> configureOrSwitch(story, random));
        }
        allowEverything(story);

        // Then
        assertThat(courses(story)).isEqualTo(courses(story, history));
        assertThat(heldPrograms(story)).isEqualTo(history.complete(history.facts(), programs));
        assertThat(enrollments(story)).isEqualTo(history.enrollments());
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16})
    void theCatalogueAddsCredentialsAndTakesNoneAway(int seed) {
        // Given
        Random random = new Random(seed);
        Story story = new Story("fcatalogue" + seed);
        List<List<List<String>>> programs = define(story);
        History history = History.of(story, random);
        List<Fact> told = new ArrayList<>();
        Set<String> onceComplete = new HashSet<>();

        // When
        for (List<Fact> part : history.arriving(random)) {
            PlatformNews.tell(part.stream().map(Fact::event).toList());
            told.addAll(part);
            onceComplete.addAll(history.complete(told, programs));
            losesNothing(story, () -> redefine(story, programs, random));
            onceComplete.addAll(history.complete(told, programs));
            losesNothing(story, () -> configureOrSwitch(story, random));
        }
        allowEverything(story);

        // Then
        assertThat(courses(story)).isEqualTo(courses(story, history));
        assertThat(heldPrograms(story)).containsAll(history.complete(history.facts(), programs));
        assertThat(onceComplete).containsAll(heldPrograms(story));
        assertThat(enrollments(story)).isEqualTo(history.enrollments());
    }

    private static List<List<List<String>>> define(Story story) {
        for (int number = 0; number < FIRST.size(); number++) {
            story.put(number, FIRST.get(number)).statusCode(oneOf(200, 201));
        }
        return new ArrayList<>(FIRST);
    }

    private static void redefine(Story story, List<List<List<String>>> programs, Random random) {
        int number = random.nextInt(programs.size());
        programs.set(number, OTHERS.get(random.nextInt(OTHERS.size())));
        story.put(number, programs.get(number)).statusCode(200);
    }

    private static void configureOrSwitch(Story story, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> configure(story, 0, random.nextBoolean());
            case 1 -> configure(story, 1, random.nextBoolean());
            case 2 -> Site.switchCredentials(false);
            case 3 -> Site.switchCredentials(true);
            default -> Site.exceptPrograms(story.program(random.nextInt(2)));
        }
    }

    private static void allowEverything(Story story) {
        losesNothing(story, () -> {
            configure(story, 0, true);
            configure(story, 1, true);
            Site.switchCredentials(true);
        });
    }

    private static void configure(Story story, int program, boolean active) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("is_active", active))
                .patch("/api/programs/v1/programs/{uuid}/certificate-configuration", story.program(program))
                .then()
                .statusCode(200);
    }

    /** Makes a change, and sees that what held before it holds when all its jobs are done. */
    private static void losesNothing(Story story, Runnable change) {
        Set<String> before = held(story);
        change.run();
        Site.awaitJobs();
        assertThat(held(story)).containsAll(before);
    }

    private static Set<String> held(Story story) {
        return new HashSet<>(story.credentials("status", "awarded").<String>getList("results.uuid"));
    }

    private static Set<String> heldPrograms(Story story) {
        return new HashSet<>(story.credentials("status", "awarded", "type", "program")
                .<String>getList("results.credential.program_uuid"));
    }

    /** Status and mode of the learner's course credentials, by course key. */
    private static Map<String, String> courses(Story story) {
        Map<String, String> courses = new HashMap<>();
        var found = story.credentials("type", "course-run");
        for (int i = 0; i < found.getInt("count"); i++) {
            String item = "results[" + i + "].";
            courses.put(
                    found.getString(item + "credential.course_run_key"),
                    found.getString(item + "status") + " " + found.getString(item + "credential.mode"));
        }
        return courses;
    }

    private static Map<String, String> courses(Story story, History history) {
        return History.standings(history.facts()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> story.course(entry.getKey()),
                        entry -> entry.getValue().status().slug() + " "
                                + entry.getValue().mode()));
    }

    private static Map<String, String> enrollments(Story story) {
        return Database.current()
                .query("select course_key, mode, is_active from enrollment where learner_id = ?", story.learnerId())
                .stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("course_key")),
                        row -> row.get("mode") + " " + row.get("is_active")));
    }
}
