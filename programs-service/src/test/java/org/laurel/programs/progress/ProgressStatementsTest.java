package org.laurel.programs.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;

/** What a learner with many programs costs. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgressStatementsTest {

    private static final String PROGRESS = "/api/programs/v1/learners/{username}/progress";
    private static final String TYPE = "/api/programs/v1/learners/{username}/enrolled-in-program-type";
    private static final String DASHBOARD = "/api/dashboard/v1/programs/";

    @Inject
    StatementCount statements;

    @Test
    void asksTheDatabaseNoMoreOftenForFiftyProgramsThanForOne() {
        // Given
        Story one = new Story("cheap");
        Story fifty = new Story("dear");
        engage(one, 1);
        engage(fifty, 50);

        // When
        long few = statements.during(() -> programs(one, 1, "true"));
        long many = statements.during(() -> programs(fifty, 50, "true"));

        // Then
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(8);
        assertThat(statements.during(() -> programs(fifty, 50, "false"))).isEqualTo(few);
        assertThat(statements.during(() -> dashboard(fifty, 50)))
                .isEqualTo(statements.during(() -> dashboard(one, 1)))
                .isLessThanOrEqualTo(7);
        assertThat(statements.during(() -> type(fifty)))
                .isEqualTo(statements.during(() -> type(one)))
                .isLessThanOrEqualTo(7);
    }

    @Test
    void doesNotTellCourseByCourseOfMoreThanFiftyPrograms() {
        // Given
        Story story = new Story("too-dear");
        engage(story, 51);

        // When
        var answer = given().auth()
                .oauth2(story.token())
                .queryParam("count_only", false)
                .get(PROGRESS, story.username())
                .then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("too_many_programs"));
        programs(story, 51, "true");
    }

    /** Enrolls the learner in a run of each of so many programs, and certifies two. */
    private static void engage(Story story, int programs) {
        EnrollmentFacts facts = new EnrollmentFacts(story);
        List<PlatformEvent> events = new ArrayList<>();
        for (int i = 0; i < programs; i++) {
            story.put(i, List.of(List.of("R" + i), List.of("S" + i))).statusCode(201);
            events.add(facts.enrolled("R" + i, "verified", i));
            events.add(facts.courseRun("R" + i, "end", null, null, 1));
        }
        events.add(story.certificate("R0", 1, "downloadable", 200));
        events.add(story.certificate("S0", 1, "downloadable", 201));
        PlatformNews.tell(events);
    }

    private static void programs(Story story, int count, String countOnly) {
        given().auth()
                .oauth2(story.token())
                .queryParam("count_only", countOnly)
                .get(PROGRESS, story.username())
                .then()
                .statusCode(200)
                .body("programs", hasSize(count));
    }

    private static void dashboard(Story story, int count) {
        given().auth()
                .oauth2(story.token())
                .get(DASHBOARD)
                .then()
                .statusCode(200)
                .body("", hasSize(count));
    }

    private static void type(Story story) {
        given().auth()
                .oauth2(story.token())
                .queryParam("slug", "micromasters")
                .get(TYPE, story.username())
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(true));
    }
}
