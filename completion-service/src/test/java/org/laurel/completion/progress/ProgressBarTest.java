package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** The page with the caller's progress: 29 % of the course's first block, in a new and an old course run. */
@QuarkusTest
class ProgressBarTest {

    private static final String NEW = "course-v1:Org+bars+1";
    private static final String OLD = "Org/bars/1";
    private static final String OWN = Tokens.learner("bar1", "bar1");

    @BeforeEach
    void learner() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", NEW))) {
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                for (String course : new String[] {NEW, OLD}) {
                    Platform platform = new Platform(course);
                    Outline outline = outline(course);
                    Arrival.send(
                            probe,
                            platform.structure(outline, 1, 0),
                            platform.completed("bar1", outline.key("a"), "0.29", 1),
                            platform.completed("bar1", outline.key("b"), "0.29", 1),
                            platform.enrolled("bar1", "bar1", true, 1),
                            platform.enrolled("bar2", "bar2", false, 1));
                }
            }
        }
    }

    private static Outline outline(String course) {
        return Outline.of(course)
                .block("course", "c", "ch1", "ch2")
                .block("chapter", "ch1", "a")
                .block("chapter", "ch2", "b", "d")
                .blocks("html", "a", "b", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/completion-aggregator", "/api/completion"})
    void showsTheCallersProgress(String base) {
        // When
        ValidatableResponse page = get(OWN, base + "/progress_bar/" + NEW + "/");

        // Then
        page.statusCode(200)
                .contentType(equalTo("text/html; charset=utf-8"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'self'"))
                .header("Cache-Control", startsWith("private"));
        assertThat(page.extract().header("X-Frame-Options")).isNull();
        assertThat(page.extract().asString())
                .contains("role=\"progressbar\"", "aria-labelledby=\"title\"", "aria-valuenow=\"19\"")
                .contains("<span id=\"title\">Course progress</span>", "width: 19%")
                .doesNotContain("<script", "{title}");
    }

    @Test
    void findsAChapterByItsKeyAndByTheLastPartOfIt() {
        // When
        String byId = percent(OWN, NEW + "/ch1/");

        // Then
        assertThat(byId).isEqualTo("29");
        assertThat(percent(OWN, NEW + "/ch1")).isEqualTo("29");
        assertThat(percent(OWN, NEW + "/" + outline(NEW).key("ch2") + "/")).isEqualTo("14");
        assertThat(percent(OWN, OLD + "/")).isEqualTo("19");
        assertThat(percent(OWN, OLD + "/ch1/")).isEqualTo("29");
        assertThat(percent(OWN, OLD + "/" + outline(OLD).key("ch1"))).isEqualTo("29");
        assertThat(percent(OWN, "Org%2Fbars%2F1/ch2/")).isEqualTo("14");
        assertThat(get(OWN, "/api/completion/progress_bar/" + NEW + "/ch1/")
                        .extract()
                        .asString())
                .contains("Chapter progress");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "course-v1:Org+bars+none",
                NEW + "/a",
                NEW + "/c",
                NEW + "/nowhere/",
                "a/b",
                "a/b/c/d"
            })
    void showsNothingOfWhatIsNotThere(String path) {
        // When
        String percent = percent(OWN, path);

        // Then
        assertThat(percent).isEqualTo("0");
    }

    @Test
    void isForWhoHasSignedIn() {
        // When
        ValidatableResponse answer =
                given().get("/completion-aggregator/progress_bar/" + NEW + "/").then();

        // Then
        answer.statusCode(401);
        assertThat(percent(Tokens.learner("bar2", "bar2"), NEW)).isEqualTo("0");
        assertThat(percent(Tokens.staff(), NEW)).isEqualTo("0");
    }

    private static String percent(String token, String path) {
        String page = get(token, "/completion-aggregator/progress_bar/" + path)
                .statusCode(200)
                .extract()
                .asString();
        return page.replaceFirst("(?s).*aria-valuenow=\"([0-9]+)\".*", "$1");
    }

    private static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(!path.contains("%"))
                .auth()
                .oauth2(token)
                .get(path)
                .then();
    }
}
