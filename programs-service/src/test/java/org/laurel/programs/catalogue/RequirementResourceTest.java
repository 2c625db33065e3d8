package org.laurel.programs.catalogue;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;

/** What a program asks of its courses, by REST and for learners. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RequirementResourceTest {

    private static final String UUID_A = "0f0e0d0c-0b0a-4908-8706-050403020100";

    @Test
    void keepsRequirementsByKeyAndByUuid() {
        // Given
        Story story = new Story("req-kept");

        // When
        var answer = story.put(1, asking(story, """
                {"type": "all", "title": "Everything"}, {"type": "courses", "courses": ["%s"]},
                {"type": "n_of", "n": 1, "courses": ["Org+B", "Org+C"]}""".formatted(UUID_A.toUpperCase(Locale.ROOT))));

        // Then
        answer.statusCode(201).body("requirements.type", equalTo(List.of("all", "courses", "n_of")));
    }

    @Test
    void namesEverythingThatIsWrongWithRequirements() {
        // Given
        Story story = new Story("req-wrong");

        // When
        var answer = story.put(1, asking(story, """
                7, {"type": "some"}, {}, {"type": "courses"}, {"type": "courses", "courses": ["Org+X", 7, null]},
                {"type": "courses", "courses": ["Org+A", "%s"]}, {"type": "n_of", "courses": ["Org+A"]},
                {"type": "n_of", "n": 0, "courses": ["Org+A"]}, {"type": "n_of", "n": 2, "courses": ["Org+A"]},
                {"type": "n_of", "n": 1.5, "courses": ["Org+A"]}, {"type": "n_of", "n": 99999999999, "courses": ["Org+A"]},
                {"type": "n_of", "n": 1, "courses": "Org+A"}, {"type": "all", "title": 7},
                {"type": "courses", "courses": ["Org+D"]}""".formatted(UUID_A)));

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_program"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "requirements[0]",
                                "requirements[1].type",
                                "requirements[2].type",
                                "requirements[3].courses",
                                "requirements[4].courses[0]",
                                "requirements[4].courses[1]",
                                "requirements[4].courses[2]",
                                "requirements[5].courses[1]",
                                "requirements[6].n",
                                "requirements[7].n",
                                "requirements[8].n",
                                "requirements[9].n",
                                "requirements[10].n",
                                "requirements[11].courses",
                                "requirements[11].courses",
                                "requirements[12].title",
                                "requirements[13].courses[0]"));
    }

    @Test
    void refusesRequirementsThatAreNoListAndAllCoursesOfNone() {
        // Given
        Story story = new Story("req-none");

        // When
        var noList = story.put(1, "{\"title\": \"None\", \"requirements\": {}}");
        var noCourses = story.put(1, "{\"title\": \"None\", \"requirements\": [{\"type\": \"all\"}]}");

        // Then
        noList.statusCode(400).body("violations.field", equalTo(List.of("requirements")));
        noCourses.statusCode(400).body("violations.field", equalTo(List.of("requirements[0]")));
    }

    @Test
    void awardsWhatARequirementAsksForAndWhatALesserOneNewlyAllows() {
        // Given
        Story story = new Story("req-award");
        story.put(1, asking(story, "{\"type\": \"n_of\", \"n\": 2, \"courses\": [\"Org+A\", \"Org+B\", \"Org+C\"]}"))
                .statusCode(201);
        story.put(
                        2,
                        document(
                                story,
                                2,
                                "{\"type\": \"n_of\", \"n\": 3, \"courses\": [\"Org+A\", \"Org+B\", \"Org+C\"]}"))
                .statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(story.certificate("A", 1, "downloadable", 1));
            probe.send(story.certificate("C", 1, "downloadable", 2));
            story.awaitCredentials("awarded", 3);

            // When
            story.put(2, document(story, 2, "{\"type\": \"courses\", \"courses\": [\"Org+A\"]}"))
                    .statusCode(200);

            // Then
            story.awaitCredentials("awarded", 4);
        }
    }

    private static String asking(Story story, String requirements) {
        return document(story, 1, requirements);
    }

    /** Courses A, B, C with keys of their own, and two under the key D. */
    private static String document(Story story, int number, String requirements) {
        return """
                {"uuid": "%s", "title": "Asking", "type_attrs": {"slug": "micromasters"}, "courses": [
                  {"key": "Org+A", "uuid": "%s", "title": "A", "course_runs": [{"key": "%s", "type": "verified"}]},
                  {"key": "Org+B", "title": "B", "course_runs": [{"key": "%s", "type": "verified"}]},
                  {"key": "Org+C", "title": "C", "course_runs": [{"key": "%s", "type": "verified"}]},
                  {"key": "Org+D", "title": "D"}, {"key": "Org+D", "title": "D once more"}],
                 "requirements": [%s]}""".formatted(
                story.program(number), UUID_A, story.course("A"), story.course("B"), story.course("C"), requirements);
    }
}
