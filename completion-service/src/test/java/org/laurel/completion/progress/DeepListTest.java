package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.CountingSql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;

/** A course run with 10,005 learners. */
@QuarkusTest
class DeepListTest {

    private static final String COURSE = "course-v1:Org+deep+1";
    private static final String PATH = "/api/completion/v1/course/course-v1:Org%2Bdeep%2B1/";

    @BeforeEach
    void manyLearners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Database.current().execute("""
                    with new as (
                        insert into learner (learner_id, username, occurred_at)
                        select 'deep' || i, 'deep' || i, now() from generate_series(10001, 20005) i returning learner_id)
                    insert into enrollment (learner_id, course_key, is_active, version)
                    select learner_id, ?, true, 1 from new
                    """, COURSE);
            Database.current().execute("""
                    insert into completion_counter (course_key, kind, item, cohorts, roles, learners, started, completed,
                                                    earned, possible, percent)
                    values (?, 'LEARNERS', '0 0:0:0:', '', '', 10005, 0, 0, 0, 0, 0)
                    """, COURSE);
        }
    }

    @Test
    void reachesTheLastPage() {
        // When
        ValidatableResponse answer = get(PATH + "?page=last");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(10_005), "current_page", equalTo(1_001), "start", equalTo(10_000))
                .body("results.username", contains("deep20001", "deep20002", "deep20003", "deep20004", "deep20005"))
                .body("next", nullValue(), "next_cursor", nullValue(), "previous", containsString("page=1000"));
        get(PATH + "?page=last&page_size=3")
                .body("results.username", hasSize(3))
                .body("num_pages", equalTo(3_335));
    }

    @Test
    void namesTheCursorWhereNumbersEnd() {
        // When
        ValidatableResponse answer = get(PATH + "?page=1001");

        // Then
        answer.statusCode(400).body("error_code", equalTo("page_too_deep"), "detail", containsString("cursor"));
        get(PATH + "?page=1002").statusCode(404).body("error_code", equalTo("invalid_page"));
        get(PATH + "?page=101&page_size=100").statusCode(400);
        get(PATH + "?page=102&page_size=100").statusCode(404);
    }

    @Test
    void goesOnByCursorWhereNumbersEnd() {
        // Given
        ValidatableResponse last = get(PATH + "?page=100&page_size=100");
        last.statusCode(200).body("results.username", hasItem("deep20000"));
        URI next = URI.create(last.extract().path("next"));

        // When
        ValidatableResponse answer = get(next.getRawPath() + "?" + next.getRawQuery());

        // Then
        assertThat(next.getRawQuery()).contains("cursor=").doesNotContain("page=101");
        answer.statusCode(200)
                .body("count", equalTo(10_005), "current_page", nullValue(), "num_pages", nullValue())
                .body("results.username", contains("deep20001", "deep20002", "deep20003", "deep20004", "deep20005"))
                .body("next", nullValue(), "next_cursor", nullValue());
    }

    @Test
    void findsWhereACursorGoesOnByTheLearnerAlone() {
        // Given
        String cursor = get(PATH + "?page=100&page_size=100").extract().path("next_cursor");

        // When
        List<String> sent = CountingSql.statementsOfAnswer(
                () -> get(PATH + "?cursor=" + cursor).statusCode(200).body("results", hasSize(5)));

        // Then
        assertThat(sent)
                .as("a comparison of rows reads what lies before the cursor")
                .anyMatch(text -> text.contains("e.learner_id > ?"))
                .noneMatch(text -> text.contains("(e.course_key, e.learner_id) >"));
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .get(path)
                .then();
    }
}
