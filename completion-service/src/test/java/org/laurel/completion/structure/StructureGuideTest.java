package org.laurel.completion.structure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Platform;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.RepositoryRoot;
import org.laurel.kit.test.Tokens;

/** The example of the guide is published, and learners see of it what the guide says. */
@QuarkusTest
class StructureGuideTest {

    private static final String COURSE = "course-v1:DemoX+Guide+2026";
    private static final Pattern STRUCTURE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| (in mode .*|with the role .*) \\| (\\d+) \\|", Pattern.MULTILINE);

    @Test
    void everybodySeesWhatTheGuideSays() throws IOException {
        // Given
        String guide = Files.readString(RepositoryRoot.find().resolve("docs/completion/structures.md"));
        Matcher structure = STRUCTURE.matcher(guide);
        assertThat(structure.find()).isTrue();
        Platform platform = new Platform(COURSE);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    platform.enrolledIn("audit", "gu0", "guide-0", true, 1),
                    platform.enrolledIn("audit", "gu1", "guide-1", true, 1),
                    platform.assigned("gu1", key("library_content", "pool"), List.of(key("problem", "p2")), 2),
                    platform.enrolledIn("verified", "gu2", "guide-2", true, 1),
                    platform.enrolledIn("audit", "gu3", "guide-3", true, 1),
                    platform.cohort("gu3", 77, "team a", false, true, 2),
                    platform.enrolledIn("audit", "gu4", "guide-4", true, 1),
                    platform.role("gu4", "staff", false, true, 2));
        }

        // When
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(structure.group(1))
                .put("/api/completion/v1/course-structures/" + COURSE)
                .then()
                .statusCode(201);

        // Then
        List<Integer> possible = ROW.matcher(guide)
                .results()
                .map(row -> Integer.valueOf(row.group(2)))
                .toList();
        assertThat(possible).hasSize(5);
        for (int i = 0; i < possible.size(); i++) {
            given().auth()
                    .oauth2(Tokens.learner("gu" + i, "guide-" + i))
                    .get("/api/completion/v0/course/" + COURSE + "/")
                    .then()
                    .statusCode(200)
                    .body("completion.possible", equalTo((float) possible.get(i)));
        }
    }

    private static String key(String type, String id) {
        return "block-v1:DemoX+Guide+2026+type@" + type + "+block@" + id;
    }
}
