package org.laurel.certificates.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.certificates.lookup.Told;
import org.laurel.certificates.page.app.DocumentAssembly;
import org.laurel.certificates.page.app.DocumentAssembly.Reading;
import org.laurel.certificates.page.db.PageQuery;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The address of a file that lists, details and statuses give works for as long as they give it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificateFileTest {

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
    void aFileIsThereWithoutAnActiveText() {
        // Given
        Story story = withFile("file-no-text", true);

        // When
        Database.current().execute("""
                insert into course_configuration (course_key, version, document, has_active, changed_at, changed_by, cause_id)
                values (?, 1, '{"certificates": [], "html_view_overrides": {}}', false, now(), 'test', 'test')
                """, story.course());

        // Then
        String url = announced(story);
        given().get(url).then().statusCode(200).contentType("application/pdf");
        given().get(url.replaceAll("/[0-9a-f]{32}\\.pdf", "")).then().statusCode(404);
    }

    @Test
    void aFileIsThereAfterFilesAreSwitchedOffInARunWithoutPages() {
        // Given
        Story story = withFile("file-switched-off", false);

        // When
        policy(story, "2026-03-01T00:00:00Z", false);

        // Then
        given().get(announced(story)).then().statusCode(200).contentType("application/pdf");
    }

    @Test
    void aFileOfACertificateThatDoesNotShowYetIsNotFound() {
        // Given
        Story story = withFile("file-early", true);
        String url = announced(story);

        // When
        probe.send(story.courseRunShowingFrom(2, 30, 60_000_000));
        await().until(() -> given().get(url).statusCode() == 404);

        // Then
        given().get(url.replaceAll("[0-9a-f]{32}\\.pdf", "0".repeat(32) + ".pdf"))
                .then()
                .statusCode(404);
    }

    @Test
    void aFileThatIsMadeBeforeItsCertificateShowsBearsTheDateThatThePageWillShow() {
        // Given
        Told told = new Told("file-dated")
                .inRunShowingFrom(Instant.parse("2126-01-02T00:00:00Z"))
                .enrolled("verified")
                .passing("0.9", 20);
        Object uuid =
                Database.current().value("select verify_uuid from certificate where learner_id = ?", told.learnerId());
        Shown shown = Told.bean(PageQuery.class)
                .byPublicId(Objects.requireNonNull(uuid).toString())
                .orElseThrow();
        DocumentAssembly documents = Told.bean(DocumentAssembly.class);

        // When
        LocalDate ofFile = documents.assemble(shown, Reading.OF_FILE).document().issueDate();

        // Then
        assertThat(ofFile).isEqualTo(LocalDate.of(2126, 1, 2));
        assertThat(documents
                        .assemble(shown, new Reading("en", false))
                        .document()
                        .issueDate())
                .isEqualTo(LocalDate.of(2026, 2, 3));
    }

    /** What the detail of existing clients and their list say. */
    private static String announced(Story story) {
        String base = "/api/certificates/v0/certificates/" + story.username();
        String url = given().auth()
                .oauth2(Tokens.staff())
                .get(base + "/courses/" + story.course())
                .then()
                .statusCode(200)
                .body("status", equalTo("downloadable"))
                .extract()
                .path("download_url");
        given().auth().oauth2(Tokens.staff()).get(base + "/").then().body("[0].download_url", equalTo(url));
        assertThat(url).endsWith(".pdf");
        return url;
    }

    private Story withFile(String word, boolean html) {
        Story story = new Story(word);
        probe.send(story.courseRun(1, 0, html));
        probe.send(story.enrolled("verified", 1, 10));
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ?", story.course())
                .isEmpty());
        policy(story, "2026-01-01T00:00:00Z", true);
        probe.send(story.passing(true, "0.9", 20));
        await().until(() -> !Database.current()
                .query("select 1 from certificate where learner_id = ? and status = 'downloadable'", story.learnerId())
                .isEmpty());
        return story;
    }

    private static void policy(Story story, String since, boolean files) {
        Database.current().execute("""
                insert into run_policy (course_key, occurred_at, pdf_generation, self_generation_enabled,
                    language_specific_templates_enabled, changed_by, cause_id)
                values (?, ?::timestamptz, ?, false, false, 'test', 'test')
                """, story.course(), since, files);
    }
}
