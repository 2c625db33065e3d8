package org.laurel.certificates.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** What the public address of a certificate answers, and the file behind it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificatePageTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
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
    void showsAnEarnedCertificateToEverybodyAndEscapesNames() {
        Story story = new Story("page");
        grant(story, story.enrolled("verified", 1, 10, "Ada <script>alert(1)</script>"));

        page(uuid(story), null)
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(allOf(
                        containsString("Course page"),
                        containsString("Ada &lt;script&gt;"),
                        not(containsString("<script>"))));
    }

    @Test
    void tellsVisitsOfOthersOnceAnHourAndNeverOfTheOwnerOrOfCrawlers() {
        // Given
        Story story = new Story("visited");
        grant(story, story.enrolled("verified", 1, 10));
        String uuid = uuid(story);

        // When
        given().header("User-Agent", "Googlebot/2.1").get("/certificates/" + uuid);
        page(uuid, Tokens.learner(story.learnerId(), story.username()));
        given().header("User-Agent", BROWSER)
                .header("Referer", "https://www.facebook.com/story")
                .get("/certificates/" + uuid);

        // Then
        var visit = probe.awaitEvent(
                "laurel.certificates",
                event -> story.isAbout(event) && event.type().contains("evidence-visited"));
        assertThat(String.valueOf(visit.text())).contains("\"Facebook\"").contains(uuid);
    }

    @Test
    void tellsARepeatedVisitOnceAnHour() {
        // Given
        Story story = new Story("visited-again");
        grant(story, story.enrolled("verified", 1, 10));
        String uuid = uuid(story);
        page(uuid, null);
        probe.awaitEvent(
                "laurel.certificates",
                event -> story.isAbout(event) && event.type().contains("evidence-visited"));

        // When
        page(uuid, null);

        // Then there is one visit for each hour: the test may run into the next one
        Database.current().awaitEmptyOutbox();
        assertThat(Database.current().query("""
                                select hour, extract(epoch from hour)::int % 3600 as past
                                from evidence_visit where verify_uuid = ?
                                """, uuid))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(visit -> assertThat(visit).containsEntry("past", 0));
    }

    @Test
    void saysThatARevokedCertificateIsNotShownWithoutNamingAnybody() {
        Story story = new Story("revoked-page");
        grant(story, story.enrolled("verified", 1, 10, "Grace Hopper"));

        probe.send(story.passing(false, "0.1", 30));
        awaitStatus(story, "notpassing");

        page(uuid(story), null)
                .statusCode(410)
                .body(allOf(
                        containsString("This certificate is not shown"),
                        containsString("It is not, or no longer, valid, or its owner has left."),
                        not(containsString("Grace"))));
    }

    @Test
    void hidesWhatIsUnknownOrDoesNotShowYet() {
        Story story = new Story("early-page");
        probe.sendAll(List.of(story.courseRunShowingFrom(1, 0, 60_000_000), story.enrolled("verified", 1, 10)));
        probe.send(story.passing(true, "0.9", 20));
        awaitStatus(story, "downloadable");

        page("0".repeat(32), null).statusCode(404);
        page(uuid(story), null).statusCode(404).body(not(containsString("Ada")));
        page("nonsense", null).statusCode(404);
    }

    @Test
    void keepsTheTitleThatItWasGrantedUnder() {
        Story story = new Story("titled");
        grant(story, story.enrolled("verified", 1, 10));
        PlatformEvent renamed = story.courseRun(2, 30, true);

        probe.send(renamed.withJson(renamed.json().replace("Course titled", "Another title")));
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ? and version = 2", story.course())
                .isEmpty());

        page(uuid(story), null).body(allOf(containsString("Course titled"), not(containsString("Another title"))));
    }

    @Test
    void previewsForStaffOfTheCourseRunOnly() {
        Story story = new Story("previewed");
        grant(story, story.enrolled("verified", 1, 10));
        String preview = "/certificates/course/" + story.course() + "?preview=verified";

        given().get(preview).then().statusCode(401);
        get(preview, Tokens.learner("x", "x")).statusCode(200).body(containsString("Invalid certificate"));
        get(preview, Tokens.staff()).statusCode(200).body(containsString("John Doë"));
        page(uuid(story) + "?preview=honor", null).statusCode(404);
        get("/certificates/" + uuid(story) + "?preview=honor", Tokens.staff())
                .statusCode(200)
                .body(containsString("John Doë"));
        given().get("/certificates/user/1/course/nonsense")
                .then()
                .statusCode(200)
                .body(containsString("not supported"));
    }

    @Test
    void makesTheFileOfACertificateAndRemovesItAgain() {
        // Given
        Story story = new Story("pdf");
        probe.sendAll(List.of(story.courseRun(), story.enrolled("verified", 1, 10)));
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ?", story.course())
                .isEmpty());
        Database.current().execute("""
                        insert into run_policy (course_key, occurred_at, pdf_generation, self_generation_enabled,
                            language_specific_templates_enabled, changed_by, cause_id)
                        values (?, '2026-01-01T00:00:00Z', true, false, false, 'test', 'test')
                        """, story.course());

        // When
        probe.send(story.passing(true, "0.9", 20));
        awaitStatus(story, "downloadable");

        // Then
        String url = value("select download_url from certificate where learner_id = ?", story);
        assertThat(url).matches("/certificates/[0-9a-f]{32}/[0-9a-f]{32}\\.pdf");
        byte[] file = given().get(url).then().statusCode(200).extract().asByteArray();
        assertThat(new String(file, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        given().get(url.replaceAll("/[0-9a-f]{32}\\.pdf", "/" + "0".repeat(32) + ".pdf"))
                .then()
                .statusCode(404);
        assertThat(told(story)).containsExactly("changed", "changed", "awarded");
        assertThat(value("select modified_at::text from certificate where learner_id = ?", story))
                .startsWith("2026-02-03 04:20:00");

        // When
        probe.send(story.passing(false, "0.2", 30));
        awaitStatus(story, "notpassing");

        // Then
        given().get(url).then().statusCode(410);
        await().until(() -> Database.current()
                .query("select 1 from stored_file_owner where owner = ?", "certificate:" + uuid(story))
                .isEmpty());
    }

    private void grant(Story story, PlatformEvent enrolled) {
        probe.sendAll(List.of(story.courseRun(), enrolled));
        probe.send(story.passing(true, "0.88", 20));
        awaitStatus(story, "downloadable");
    }

    private List<String> told(Story story) {
        return probe.awaitEvents("laurel.certificates", 3, story::isAbout).stream()
                .map(event -> event.type().replaceAll(".*course-cert\\.(\\w+)\\.v1", "$1"))
                .toList();
    }

    private static void awaitStatus(Story story, String status) {
        await().until(() -> !Database.current()
                .query("select 1 from certificate where learner_id = ? and status = ?", story.learnerId(), status)
                .isEmpty());
    }

    private static String uuid(Story story) {
        return value("select verify_uuid from certificate where learner_id = ?", story);
    }

    private static String value(String sql, Story story) {
        return Objects.requireNonNull(Database.current().value(sql, story.learnerId()));
    }

    private static ValidatableResponse page(String uuid, @Nullable String token) {
        return get("/certificates/" + uuid, token);
    }

    private static ValidatableResponse get(String path, @Nullable String token) {
        Map<String, String> headers = token == null
                ? Map.of("User-Agent", BROWSER)
                : Map.of("User-Agent", BROWSER, "Authorization", "Bearer " + token);
        return given().headers(headers).get(path).then();
    }
}
