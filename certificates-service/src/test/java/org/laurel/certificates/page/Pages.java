package org.laurel.certificates.page;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** What tests of certificate pages do again and again, over the public interfaces. */
final class Pages {

    static final String API = "/api/certificates/v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Pages() {}

    static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }

    /** The course run is told of, and its learner gets a certificate. */
    static void grant(KafkaProbe probe, Story story) {
        grant(probe, story, "verified");
    }

    static void grant(KafkaProbe probe, Story story, String mode) {
        probe.sendAll(List.of(story.courseRun(), story.enrolled(mode, 1, 10)));
        probe.send(story.passing(true, "0.88", 20));
        await().until(() -> !Database.current()
                .query("select 1 from certificate where learner_id = ? and status = 'downloadable'", story.learnerId())
                .isEmpty());
    }

    /** The course run is told of. */
    static void tell(KafkaProbe probe, Story story) {
        probe.send(story.courseRun());
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ?", story.course())
                .isEmpty());
    }

    /** Stores a configuration of one text with one signatory. */
    static void configure(Story story, String title, String signatory, boolean active, Map<String, ?> overrides) {
        Map<String, Object> text = Map.of(
                "name",
                "Text",
                "course_title",
                title,
                "is_active",
                active,
                "signatories",
                List.of(Map.of("name", signatory, "title", "Dean", "organization", "Org")));
        configure(
                story,
                Map.of(
                        "certificates",
                        List.of(text),
                        "cert_html_view_overrides",
                        overrides,
                        "display_organization",
                        "University of " + title,
                        "display_coursenumber",
                        "No. " + title));
    }

    static void configure(Story story, Map<String, ?> configuration) {
        staff().body(configuration)
                .put(API + "/course-runs/" + story.course() + "/configuration")
                .then()
                .statusCode(lessThan(300));
    }

    /** Stores texts by mode. */
    static void texts(Map<String, ?> sections) {
        try {
            staff().body(Map.of("enabled", true, "configuration", JSON.writeValueAsString(sections)))
                    .post(API + "/html-view-configuration")
                    .then()
                    .statusCode(201);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void site(Map<String, ?> configuration) {
        staff().body(Map.of("configuration", configuration))
                .put(API + "/site-configuration")
                .then()
                .statusCode(200);
    }

    /** Takes back what was stored for the whole deployment. */
    static void forgetTexts() {
        Database.current().execute("delete from setting_revision where subject in ('html-view', 'site')");
    }

    static void policy(String member, boolean value) {
        staff().body(Map.of(member, value)).patch(API + "/policy").then().statusCode(200);
    }

    static void settings(Story story, Map<String, ?> members) {
        staff().body(members)
                .patch(API + "/course-runs/" + story.course() + "/settings")
                .then()
                .statusCode(200);
    }

    /** Makes a template with this text and tells its path. */
    static String template(Map<String, ?> scope, String text) {
        int id = staff().body(body(scope, text))
                .post(API + "/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return API + "/templates/" + id;
    }

    static void changeTemplate(String path, Map<String, ?> scope, String text) {
        staff().header("If-Match", "*").body(body(scope, text)).put(path).then().statusCode(200);
    }

    static void deleteTemplate(String path) {
        staff().header("If-Match", "*").delete(path).then().statusCode(204);
    }

    private static Map<String, Object> body(Map<String, ?> scope, String text) {
        Map<String, Object> body = new HashMap<>(scope);
        body.put("name", "t");
        body.put("is_active", true);
        body.put("template", "<html lang=\"{language}\"><body>" + text + "</body></html>");
        return body;
    }

    static String path(Story story) {
        return "/certificates/"
                + Objects.requireNonNull(Database.current()
                        .value("select verify_uuid from certificate where learner_id = ?", story.learnerId()));
    }

    /** What the certificate's page says. */
    static String page(Story story) {
        return page(story, null);
    }

    static String page(Story story, @Nullable String acceptLanguage) {
        RequestSpecification reader = given().header("User-Agent", "Googlebot/2.1");
        if (acceptLanguage != null) {
            reader = reader.header("Accept-Language", acceptLanguage);
        }
        return reader.get(path(story)).then().statusCode(200).extract().asString();
    }

    /** The preview for course authors. */
    static ValidatableResponse preview(String course, String mode) {
        return staff().get("/certificates/course/" + course + "?preview=" + mode)
                .then();
    }

    /** Lets the certificate be made anew, as staff do. */
    static void regenerate(Story story) {
        staff().urlEncodingEnabled(false)
                .post(API + "/learners/" + story.username() + "/courses/" + story.course() + "/certificate:regenerate")
                .then()
                .statusCode(200);
    }

    /** The course run's certificates are files, and were from the beginning. */
    static void files(Story story) {
        Database.current().execute("""
                insert into run_policy (course_key, occurred_at, pdf_generation, self_generation_enabled,
                    language_specific_templates_enabled, changed_by, cause_id)
                values (?, '2026-01-01T00:00:00Z', true, false, false, 'test', 'test')
                """, story.course());
    }
}
