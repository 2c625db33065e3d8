package org.laurel.certificates.pdf;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/**
 * Certificates that are files, between the request for a file and its answer. The worker sees a request of these stories when the
 * story says so and not before: the database puts it off.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PdfStatesTest {

    private static final String CERTIFICATES = "laurel.certificates";
    private KafkaProbe probe;

    @BeforeEach
    void putRequestsOff() {
        probe = KafkaProbe.fromNow(CERTIFICATES);
        Database.current().execute("""
                create or replace function put_off() returns trigger language plpgsql as $$
                begin
                    new.not_before := now() + interval '1 day';
                    return new;
                end
                $$
                """);
        Database.current().execute("""
                create or replace trigger put_off before insert on render_request
                for each row when (new.learner_id like 'id-put-off-%') execute function put_off()
                """);
    }

    @AfterEach
    void takeRequestsAsTheyCome() {
        Database.current().execute("drop trigger put_off on render_request");
        probe.close();
    }

    @Test
    void aTemplateThatCannotBeRenderedIsAnErrorThatNamesTheFaultAndNoAward() {
        // Given
        Story story = asked("put-off-template");
        int template = given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(
                        Map.of(
                                "name", "Broken",
                                "organization", "PutOff",
                                "is_active", true,
                                "template",
                                        "<html><body><p>{learner_name}</p><img src='http://gone.example.org/x.png'/></body></html>"))
                .post("/api/certificates/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Database.current().execute("""
                update certificate set template_version = (select version_id from certificate_template where id = ?)
                where learner_id = ?
                """, template, story.learnerId());

        // When
        letBeTaken(story);

        // Then
        awaitStatus(story, "error");
        assertThat(value("select error_reason from certificate where learner_id = ?", story))
                .contains("gone.example.org");
        assertThat(told(story, 2)).containsExactly("changed", "changed");
        detail(story).body("status", equalTo("error"), "is_passing", equalTo(false), "download_url", equalTo(null));
    }

    @Test
    void aRequestThatIsNotAnsweredIsTakenAgainAfterTenMinutes() {
        // Given a fault of this service, not of the template
        Database.current().execute("""
                insert into course_configuration (course_key, version, document, has_active, changed_at, changed_by, cause_id)
                values (?, 1, '[]', true, now(), 'test', 'test')
                """, new Story("put-off-again").course());
        Story story = asked("put-off-again");

        // When
        letBeTaken(story);

        // Then
        await().until(() -> request(
                        "attempts > 0 and not_before > now() + interval '9 minutes'"
                                + " and not_before < now() + interval '11 minutes'",
                        story)
                .equals("true"));
        made("put-off-behind"); // the worker takes one request after the other, so it has given up the first
        assertThat(value("select status from certificate where learner_id = ?", story))
                .isEqualTo("generating");

        // When the fault is mended and ten minutes are over
        Database.current()
                .execute(
                        "update course_configuration set document = '{\"certificates\": [], \"html_view_overrides\": {}}'"
                                + " where course_key = ?",
                        story.course());
        letBeTaken(story);

        // Then
        awaitStatus(story, "downloadable");
        assertThat(told(story, 3)).containsExactly("changed", "changed", "awarded");
    }

    @Test
    void theFifthTryStillCountsAndAfterItTheAnswerIsAnError() {
        // Given
        Story fifth = asked("put-off-fifth");
        Story sixth = asked("put-off-sixth");
        Database.current().execute("update render_request set attempts = 4 where learner_id = ?", fifth.learnerId());
        Database.current().execute("update render_request set attempts = 5 where learner_id = ?", sixth.learnerId());

        // When
        letBeTaken(fifth);
        letBeTaken(sixth);

        // Then
        awaitStatus(fifth, "downloadable");
        awaitStatus(sixth, "error");
        assertThat(value("select error_reason from certificate where learner_id = ?", sixth))
                .contains("5 tries");
        assertThat(told(sixth, 2)).containsExactly("changed", "changed");
        assertThat(Database.current().query("select 1 from render_request where learner_id = ?", sixth.learnerId()))
                .isEmpty();
    }

    @Test
    void aCertificateThatIsMadeAnewStaysInHandWithItsOldFileUntilTheNewOneIsThere() {
        // Given
        Story story = made("put-off-anew");
        String before = value("select download_url from certificate where learner_id = ?", story);

        // When
        command(story, "regenerate").body("outcome", equalTo("changed"), "certificate.status", equalTo("regenerating"));

        // Then
        detail(story)
                .body("is_passing", equalTo(true), "status", equalTo("regenerating"), "download_url", equalTo(before));
        list(story).body("course_id", hasItem(story.course()));
        given().get(before).then().statusCode(200).contentType("application/pdf");

        // When
        letBeTaken(story);
        awaitStatus(story, "downloadable");

        // Then
        String after = value("select download_url from certificate where learner_id = ?", story);
        assertThat(after).isNotEqualTo(before);
        given().get(after).then().statusCode(200);
        given().get(before).then().statusCode(404);
        assertThat(told(story, 5)).doesNotContain("revoked").containsOnlyOnce("awarded");
    }

    @Test
    void aCertificateThatIsDeletedIsRevokedAndItsFileGoes() {
        // Given
        Story story = made("put-off-deleted");
        String url = value("select download_url from certificate where learner_id = ?", story);

        // When
        command(story, "delete").body("outcome", equalTo("changed"), "certificate.status", equalTo("deleting"));

        // Then
        given().get(url).then().statusCode(410);

        // When
        letBeTaken(story);
        awaitStatus(story, "deleted");

        // Then
        given().get(url).then().statusCode(410);
        assertThat(told(story, 6)).containsOnlyOnce("revoked").containsOnlyOnce("awarded");
        assertThat(Database.current()
                        .query(
                                "select 1 from stored_file_owner where owner = ?",
                                "certificate:"
                                        + value("select verify_uuid from certificate where learner_id = ?", story)))
                .isEmpty();
        detail(story).body("status", equalTo("deleted"), "download_url", equalTo(null));
    }

    /** A learner who has passed and waits for the file. */
    private Story asked(String word) {
        Story story = new Story(word);
        probe.sendAll(List.of(story.courseRun(), story.enrolled("verified", 1, 10)));
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ?", story.course())
                .isEmpty());
        Database.current().execute("""
                insert into run_policy (course_key, occurred_at, pdf_generation, self_generation_enabled,
                    language_specific_templates_enabled, changed_by, cause_id)
                values (?, '2026-01-01T00:00:00Z', true, false, false, 'test', 'test')
                """, story.course());
        probe.send(story.passing(true, "0.9", 20));
        awaitStatus(story, "generating");
        return story;
    }

    /** A learner who has the file. */
    private Story made(String word) {
        Story story = asked(word);
        letBeTaken(story);
        awaitStatus(story, "downloadable");
        return story;
    }

    private static void letBeTaken(Story story) {
        assertThat(Database.current()
                        .execute(
                                "update render_request set not_before = now() where learner_id = ?", story.learnerId()))
                .isEqualTo(1);
    }

    private static ValidatableResponse command(Story story, String verb) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .post(
                        "/api/certificates/v1/learners/{u}/courses/{c}/certificate:" + verb,
                        story.username(),
                        story.course())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse detail(Story story) {
        return list(story, "/courses/" + story.course());
    }

    private static ValidatableResponse list(Story story) {
        return list(story, "/");
    }

    private static ValidatableResponse list(Story story, String rest) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v0/certificates/" + story.username() + rest)
                .then()
                .statusCode(200);
    }

    private List<String> told(Story story, int atLeast) {
        probe.awaitEvents(CERTIFICATES, atLeast, story::isAbout);
        Database.current().awaitEmptyOutbox();
        return probe.received(CERTIFICATES).stream()
                .filter(story::isAbout)
                .map(event -> event.type().replaceAll(".*course-cert\\.(\\w+)\\.v1", "$1"))
                .toList();
    }

    private static String request(String what, Story story) {
        return String.valueOf(Database.current()
                .value("select (" + what + ")::text from render_request where learner_id = ?", story.learnerId()));
    }

    private static void awaitStatus(Story story, String status) {
        await().until(() -> !Database.current()
                .query("select 1 from certificate where learner_id = ? and status = ?", story.learnerId(), status)
                .isEmpty());
    }

    private static String value(String sql, Story story) {
        return Objects.requireNonNull(Database.current().value(sql, story.learnerId()));
    }
}
