package org.laurel.certificates.page;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** What course authors see of certificates that nobody has yet. Source: section 7.7, preview. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PreviewTest {

    private static final Matcher<String> INVALID =
            allOf(containsString("Invalid certificate"), not(containsString("John Doë")));
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.certificates");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void showsTheFirstTextEvenThoughItIsInactiveAndAnotherIsActive() {
        // Given
        Story story = new Story("preview-first");
        Pages.tell(probe, story);
        Pages.configure(
                story,
                Map.of(
                        "certificates",
                        List.of(
                                Map.of("name", "a", "course_title", "First text", "is_active", false),
                                Map.of("name", "b", "course_title", "Second text", "is_active", true))));

        // When
        var preview = Pages.preview(story.course(), "verified");

        // Then
        preview.statusCode(200)
                .body(allOf(
                        containsString("First text"), containsString("John Doë"), not(containsString("Second text"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"course-v1:No+Such+Run", "nonsense"})
    void isInvalidForACourseRunThatNobodyKnows(String course) {
        Pages.preview(course, "verified").statusCode(200).body(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%3Cb%3E", "a%20b"})
    void isInvalidInAModeThatNoCourseRunCanHave(String mode) {
        Story story = new Story("preview-mode");
        Pages.tell(probe, story);

        Pages.staff()
                .urlEncodingEnabled(false)
                .get("/certificates/course/" + story.course() + "?preview=" + mode)
                .then()
                .statusCode(200)
                .body(INVALID);
    }

    @Test
    void isInvalidWhereWebCertificatesAreOffUnlessThereAreFilesWithPagesToCheckThem() {
        // Given
        Story story = new Story("preview-off");
        probe.send(story.courseRun(1, 0, false));
        await(story);

        // When
        var off = Pages.preview(story.course(), "verified");

        // Then
        off.statusCode(200).body(INVALID);
        Pages.settings(story, Map.of("pdf_generation", true));
        Pages.preview(story.course(), "verified").statusCode(200).body(containsString("John Doë"));
    }

    @Test
    void bearsTheDateFromWhichCertificatesWillShow() {
        // Given
        Story story = new Story("preview-date");
        probe.send(story.courseRunShowingFrom(1, 0, 60_000_000));
        await(story);

        // When
        var preview = Pages.preview(story.course(), "verified");

        // Then
        preview.statusCode(200).body(containsString("March 3, 2140"));
        Pages.settings(story, Map.of("automatic_generation", false));
        Pages.preview(story.course(), "verified").statusCode(200).body(not(containsString(", 2140")));
    }

    private static void await(Story story) {
        org.awaitility.Awaitility.await()
                .until(() -> !Database.current()
                        .query("select 1 from course_settings where course_key = ?", story.course())
                        .isEmpty());
    }
}
