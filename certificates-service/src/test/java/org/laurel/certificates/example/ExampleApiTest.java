package org.laurel.certificates.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.role.RoleEvents;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ExampleApiTest {

    @BeforeEach
    void useTemplates() {
        templates(true);
    }

    @AfterEach
    void useNoTemplates() {
        templates(false);
    }

    private static void templates(boolean enabled) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("custom_templates_enabled", enabled))
                .patch("/api/certificates/v1/policy")
                .then()
                .statusCode(200);
    }

    private static String path(String run) {
        return "/api/certificates/v1/course-runs/" + run + "/example-certificates";
    }

    private static void tell(String run, String... modes) {
        String list = String.join(", ", modes);
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(PlatformEvent.of("org.laurel.course-run.changed.v1", run, """
                    {"course_key": "%s", "display_name": "Course & more", "org": "ExOrg", "start": null, "end": null,
                     "enrollment_start": null, "enrollment_end": null, "self_paced": true,
                     "certificates_display_behavior": "end", "certificate_available_date": null,
                     "certificates_show_before_end": false, "html_certificates_enabled": true, "invitation_only": false,
                     "max_enrollments": null, "mobile_available": false, "is_ccx": false, "version": 1,
                     "occurred_at": "2026-02-03T04:00:00Z"}""".formatted(run))
                    .withSequence(1));
            probe.send(PlatformEvent.of("org.laurel.course-modes.changed.v1", run, """
                    {"course_key": "%s", "version": 1, "occurred_at": "2026-02-03T04:00:00Z", "modes": [%s]}""".formatted(run, list)));
        }
        await().until(() -> rows("select 1 from course_settings where course_key = ?", run) == 1
                && rows("select 1 from course_mode where course_key = ?", run) == modes.length);
    }

    private static String mode(String slug, String expires) {
        return """
                {"slug": "%s", "name": "%s", "min_price": 0, "currency": "usd", "expiration_datetime": %s}""".formatted(slug, slug, expires);
    }

    private static int rows(String sql, Object... values) {
        return Database.current().query(sql, values).size();
    }

    private static ValidatableResponse post(String run, String token) {
        return given().auth().oauth2(token).post(path(run)).then();
    }

    private static ValidatableResponse get(String run, String token) {
        return given().auth().oauth2(token).get(path(run)).then();
    }

    private static void template(String mode, String text) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("name", "t", "template", text, "organization", "ExOrg", "mode", mode, "is_active", true))
                .post("/api/certificates/v1/templates")
                .then()
                .statusCode(201);
    }

    @Test
    void rendersAnExampleForEachModeThatCanBeChosenNow() throws Exception {
        // Given
        String run = "course-v1:ExOrg+Real+2026";
        tell(
                run,
                mode("audit", "null"),
                mode("verified", "null"),
                mode("honor", "\"2020-01-01T00:00:00Z\""),
                mode("credit", "null"));
        template("verified", "<html><body><h1>Own template</h1><p>{learner_name}, {course_title}</p></body></html>");
        get(run, Tokens.staff()).statusCode(200).body("examples", nullValue());

        // When
        ValidatableResponse answer = post(run, Tokens.staff());

        // Then
        List<String> urls = answer.statusCode(200)
                .body("examples.description", contains("verified", "audit"))
                .body("examples.status", contains("success", "success"))
                .body(
                        "examples.template",
                        contains("certificate-template-ExOrg-Real-verified.pdf", "certificate-template-ExOrg-Real.pdf"))
                .body("examples[0].full_name", equalTo("John Doë"), "examples[0].error_reason", nullValue())
                .extract()
                .path("examples.download_url");
        assertThat(text(urls.getFirst(), Tokens.staff())).contains("Own template", "John Doë, Course & more");
        assertThat(text(urls.getLast(), Tokens.service())).contains("Certificate", "John Doë", "Course & more");
        get(run, Tokens.service()).statusCode(200).body("examples.description", contains("verified", "audit"));
        assertThat(rows("select 1 from certificate where course_key = ?", run)).isZero();
    }

    @Test
    void saysWhatACertificateWouldSayAndUsesNoTemplateWhileTheyAreOff() throws Exception {
        // Given
        String run = "course-v1:KeyOrg+Whole+2026";
        tell(run, mode("professional", "null"));
        template("professional", "<html><body><p>Own template, {course_title}, {organization}</p></body></html>");
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of(
                        "certificates",
                        List.of(Map.of(
                                "name",
                                "Text",
                                "course_title",
                                "Configured title",
                                "is_active",
                                true,
                                "signatories",
                                List.of(Map.of("name", "Grace Hopper")))),
                        "display_organization",
                        "Configured organisation"))
                .put("/api/certificates/v1/course-runs/" + run + "/configuration")
                .then()
                .statusCode(201);

        // When
        String withTemplate = post(run, Tokens.staff()).extract().path("examples[0].download_url");

        // Then
        assertThat(text(withTemplate, Tokens.staff()))
                .as("the template of the organisation that the directory names, whatever the key says")
                .contains("Own template, Configured title, Configured organisation");
        templates(false);
        String standard = post(run, Tokens.staff()).extract().path("examples[0].download_url");
        assertThat(text(standard, Tokens.staff()))
                .contains("Configured title", "Configured organisation", "Grace Hopper", "John Doë")
                .doesNotContain("Own template");
    }

    @Test
    void recordsWhyATemplateCannotBeRendered() {
        // Given
        String run = "course-v1:ExOrg+Broken+2026";
        tell(run, mode("masters", "null"));
        template("masters", "<html><body><img src=\"https://elsewhere.example.org/x.png\"/></body></html>");

        // When
        ValidatableResponse answer = post(run, Tokens.staff());

        // Then
        answer.statusCode(200)
                .body("examples.status", contains("error"))
                .body(
                        "examples[0].error_reason",
                        startsWith("The template asks for https://elsewhere.example.org/x.png"))
                .body("examples[0].download_url", nullValue());
    }

    @Test
    void replacesTheSetBefore() {
        // Given
        String run = "course-v1:ExOrg+Again+2026";
        tell(run, mode("honor", "null"));
        String before = post(run, Tokens.staff()).extract().path("examples[0].uuid");

        // When
        String after = post(run, Tokens.staff()).extract().path("examples[0].uuid");

        // Then
        assertThat(after).isNotEqualTo(before);
        get(run, Tokens.staff()).body("examples.uuid", contains(after));
        assertThat(rows("select 1 from stored_file_owner where owner = ?", "example:" + before))
                .isZero();
        assertThat(rows("select 1 from stored_file_owner where owner = ?", "example:" + after))
                .isEqualTo(1);
    }

    @Test
    void isForAdministratorsOfTheCourseRunOnly() {
        // Given
        String run = "course-v1:ExOrg+Access+2026";
        tell(run, mode("honor", "null"));
        RoleEvents instructor = new RoleEvents("example-instructor");
        RoleEvents courseStaff = new RoleEvents("example-staff");
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(instructor.inRun(run, "instructor", true, 1));
            probe.send(courseStaff.inRun(run, "staff", true, 1));
        }
        await().until(() -> rows("select 1 from course_role where course_key = ?", run) == 2);

        // When
        ValidatableResponse answer = post(run, instructor.token());

        // Then
        String url =
                answer.statusCode(200).body("examples", hasSize(1)).extract().path("examples[0].download_url");
        String file = URI.create(url).getPath();
        for (String token : List.of(courseStaff.token(), Tokens.learner("79", "learner"), Tokens.support())) {
            post(run, token).statusCode(403);
            get(run, token).statusCode(403);
            given().auth().oauth2(token).get(file).then().statusCode(403);
        }
        given().auth()
                .oauth2(instructor.token())
                .get(file)
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        given().get(file).then().statusCode(401);
    }

    @Test
    void refusesUnknownCourseRunsAndExamples() {
        post("course-v1:ExOrg+Unknown+2026", Tokens.staff())
                .statusCode(404)
                .body("error_code", equalTo("course_run_not_found"));
        post("nonsense", Tokens.staff()).statusCode(400).body("error_code", equalTo("invalid_course_key"));
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/example-certificates/unknown/file")
                .then()
                .statusCode(404);
    }

    private static String text(String url, String token) throws Exception {
        byte[] pdf = given().auth().oauth2(token).get(URI.create(url).getPath()).asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
