package org.laurel.certificates.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.laurel.certificates.template.TemplateCalls.BASE;
import static org.laurel.certificates.template.TemplateCalls.TEXT;
import static org.laurel.certificates.template.TemplateCalls.body;
import static org.laurel.certificates.template.TemplateCalls.make;
import static org.laurel.certificates.template.TemplateCalls.post;
import static org.laurel.certificates.template.TemplateCalls.put;
import static org.laurel.certificates.template.TemplateCalls.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.TemplateChoice;
import org.laurel.certificates.template.domain.TemplateWanted;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class TemplateApiTest {

    private final TemplateQuery templates;

    TemplateApiTest(TemplateQuery templates) {
        this.templates = templates;
    }

    @Test
    void makesATemplate() {
        // When
        ValidatableResponse made = post(body("Makes"));

        // Then
        made.statusCode(201)
                .header("Location", containsString(BASE))
                .header("ETag", startsWith("\""))
                .body("mode", equalTo("honor"), "version", equalTo(1), "template", equalTo(TEXT))
                .body("language", nullValue(), "is_active", equalTo(true));
        staff().get(BASE + "?organization=Makes")
                .then()
                .body("results", hasSize(1))
                .body("results[0].name", equalTo("Template of Makes"), "results[0].template", nullValue())
                .body("next_cursor", nullValue());
        assertThat(Database.current()
                        .query("select 1 from certificate_template_history where name = 'Template of Makes'"))
                .hasSize(1);
    }

    @Test
    void pagesThroughTemplates() {
        // Given
        for (String language : List.of("", "fr", "de")) {
            Map<String, @Nullable Object> body = body("Pages");
            body.put("language", language);
            post(body).statusCode(201);
        }

        // When
        String cursor = staff().get(BASE + "?organization=Pages&limit=2")
                .then()
                .body("results", hasSize(2))
                .extract()
                .path("next_cursor");

        // Then
        staff().get(BASE + "?organization=Pages&limit=2&cursor=" + cursor)
                .then()
                .body("results", hasSize(1), "next_cursor", nullValue());
    }

    @Test
    void keepsOneTemplateForEveryScopeNullsIncluded() {
        // Given
        Map<String, @Nullable Object> body = body("Scopes");
        body.put("mode", null);
        int id = post(body).statusCode(201).body("mode", nullValue()).extract().path("id");

        // When
        ValidatableResponse again = post(body);

        // Then
        again.statusCode(409)
                .body("error_code", equalTo("template_exists"), "detail", containsString("Template " + id));
        body.put("language", "");
        post(body).statusCode(201);
    }

    @Test
    void makesAVersionForEveryTextAndForNothingElse() {
        // Given
        int id = make("Versions");
        Map<String, @Nullable Object> body = body("Versions");
        String tag = staff().get(BASE + "/" + id).getHeader("ETag");

        // When
        body.put("name", "Other name");
        String renamed = put(id, tag, body)
                .statusCode(200)
                .body("version", equalTo(1))
                .extract()
                .header("ETag");
        body.put("template", "<p>{course_title}</p>");
        String changed = put(id, renamed, body)
                .statusCode(200)
                .body("version", equalTo(2))
                .extract()
                .header("ETag");
        String same = put(id, changed, body).statusCode(200).extract().header("ETag");

        // Then
        assertThat(renamed).isNotEqualTo(tag);
        assertThat(same).isEqualTo(changed);
        staff().get(BASE + "/" + id + "/versions")
                .then()
                .body("version", equalTo(List.of(2, 1)), "[0].created_by", equalTo("staff"));
        staff().get(BASE + "/" + id + "/versions/1").then().body("template", equalTo(TEXT));
        staff().get(BASE + "/" + id + "/versions/3").then().statusCode(404);
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseChanged() {
        // Given
        int id = make("Stale");
        Map<String, @Nullable Object> body = body("Stale");
        String tag = staff().get(BASE + "/" + id).getHeader("ETag");
        body.put("description", "first");
        put(id, tag, body).statusCode(200);

        // When
        body.put("description", "second");
        ValidatableResponse late = put(id, tag, body);

        // Then
        late.statusCode(412).body("error_code", equalTo("changed_meanwhile"));
        put(id, "\"1-999\"", body).statusCode(412);
        staff().body(body).put(BASE + "/" + id).then().statusCode(428);
        put(id, "*", body).statusCode(200).body("description", equalTo("second"));
        put(999_999, "*", body).statusCode(404);
    }

    @Test
    void keepsVersionsOfDeletedTemplates() {
        // Given
        int id = make("Deleted");
        String tag = staff().get(BASE + "/" + id).getHeader("ETag");

        // When
        staff().header("If-Match", tag).delete(BASE + "/" + id).then().statusCode(204);

        // Then
        staff().get(BASE + "/" + id).then().statusCode(404);
        staff().get(BASE + "/" + id + "/versions/1").then().statusCode(200);
        staff().header("If-Match", "*").delete(BASE + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "mode, credit",
        "mode, ''",
        "language, FR",
        "language, fra",
        "course_key, nonsense",
        "template, '{unknown}'",
        "template, '<p>'",
        "template, ''",
        "template, '{#if mode}'",
        "course_key, course-v1:O+C+R"
    })
    void refusesBadInput(String member, String value) {
        // Given
        Map<String, @Nullable Object> body = body("Bad");
        body.put(member, value);
        if (member.equals("course_key")) {
            body.put("mode", null);
        }

        // When
        ValidatableResponse answer = post(body);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("violations.field", not(empty()));
        staff().get(BASE + "?organization=Bad").then().body("results", empty());
    }

    @Test
    void tellsLineAndColumnOfAFault() {
        // Given
        Map<String, @Nullable Object> body = body("Fault");
        body.put("template", "<p>\n  {learner_nmae}</p>");

        // When
        ValidatableResponse answer = post(body);

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_template"))
                .body("detail", startsWith("Line 2, column 3: "));
    }

    @Test
    void refusesTemplatesAbove256Kibibytes() {
        // Given
        Map<String, @Nullable Object> body = body("Large");
        body.put("template", "<p>" + "x".repeat(256 * 1024) + "</p>");

        // When
        ValidatableResponse answer = post(body);

        // Then
        answer.statusCode(400).body("detail", containsString("larger than 262144 bytes"));
    }

    @Test
    void isForStaffAndServicesOnly() {
        for (String token : List.of(Tokens.learner("77", "learner"), Tokens.support())) {
            given().auth().oauth2(token).get(BASE).then().statusCode(403);
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(body("Learner"))
                    .post(BASE)
                    .then()
                    .statusCode(403);
        }
        given().auth().oauth2(Tokens.service()).get(BASE).then().statusCode(200);
        given().get(BASE).then().statusCode(401);
    }

    @Test
    void repeatsAnAnswerUnderTheSameKey() {
        // Given
        Map<String, @Nullable Object> body = body("Repeat");
        int id = staff().header("Idempotency-Key", "template-repeat")
                .body(body)
                .post(BASE)
                .path("id");

        // When
        int again = staff().header("Idempotency-Key", "template-repeat")
                .body(body)
                .post(BASE)
                .path("id");

        // Then
        assertThat(again).isEqualTo(id);
    }

    @Test
    void findsTheTemplateOfACertificate() {
        // Given
        CourseKey run = new CourseKey("course-v1:Choice+C+R");
        Map<String, @Nullable Object> course = body("Choice");
        course.put("course_key", run.value());
        course.put("mode", "verified");
        int specific = post(course).statusCode(201).extract().path("id");
        course.put("course_key", null);
        int general = post(course).statusCode(201).extract().path("id");
        course.put("mode", "masters");
        course.put("is_active", false);
        post(course).statusCode(201);
        List<TemplateWanted> wanted = List.of(
                new TemplateWanted("Choice", run, "verified", null),
                new TemplateWanted("Choice", new CourseKey("course-v1:Choice+D+R"), "verified", null),
                new TemplateWanted("Choice", run, "masters", null));

        // When
        var candidates = templates.candidates(wanted);

        // Then
        assertThat(wanted)
                .extracting(one -> TemplateChoice.choose(candidates, one)
                        .map(candidate -> (int) candidate.templateId())
                        .orElse(0))
                .containsExactly(specific, general, 0);
        assertThat(templates.versions(List.of(candidates.getFirst().versionId())))
                .hasEntrySatisfying(
                        candidates.getFirst().versionId(),
                        version -> assertThat(version.text()).isEqualTo(TEXT));
    }
}
