package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** A course run with 101 learners and 600 verticals: what a whole page of them comes to is too much. */
@QuarkusTest
class LargeAnswerTest {

    private static final String COURSE = "course-v1:Org+large+1";
    private static final String PATH = "/api/completion/v1/course/" + COURSE + "/?requested_fields=";

    @BeforeEach
    void learners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            String[] verticals = IntStream.range(0, 600).mapToObj(i -> "v" + i).toArray(String[]::new);
            Outline outline = Outline.of(COURSE).block("course", "c", "ch").block("chapter", "ch", verticals);
            for (String vertical : verticals) {
                outline.block("vertical", vertical, "h" + vertical).blocks("html", "h" + vertical);
            }
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(probe, new Platform(COURSE).structure(outline, 1, 0));
            }
            Database.current().execute("""
                    with new as (
                        insert into learner (learner_id, username, occurred_at)
                        select 'large' || i, 'large' || i, now() from generate_series(100, 200) i returning learner_id)
                    insert into enrollment (learner_id, course_key, is_active, version)
                    select learner_id, ?, true, 1 from new
                    """, COURSE);
        }
    }

    @Test
    void tellsHowLargePagesMayBe() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), "vertical&page_size=100");

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("answer_too_large"), "detail", containsString("page_size=83"));
        get(Tokens.staff(), "vertical&page_size=83")
                .statusCode(200)
                .body("results", hasSize(83), "results[82].vertical", hasSize(600));
        get(Tokens.staff(), "chapter&page_size=100").statusCode(200).body("results", hasSize(100));
    }

    @Test
    void givesASingleLearnerEverything() {
        // When
        ValidatableResponse answer = get(Tokens.learner("large100", "large100"), "vertical&username=large100");

        // Then
        answer.statusCode(200).body("results[0].vertical", hasSize(600));
    }

    private static ValidatableResponse get(String token, String query) {
        return given().auth().oauth2(token).get(PATH + query).then();
    }
}
