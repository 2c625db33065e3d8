package org.laurel.programs.completionmail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class TemplateApiTest {

    private static final String BASE = "/api/programs/v1/completion-mails";
    private static final String BODY = """
            {"html_template": "<p onclick='x()'>Well done, {{ learner_name }}</p><script>x()</script>",
             "plaintext_template": "Well done, {{ learner_name }}", "enabled": true, "change_reason": "new words"}""";

    @BeforeEach
    @AfterEach
    void forgetTemplates() {
        Database.current().execute("delete from completion_mail_template");
    }

    @Test
    void isDisabledAndKeepsOnlyWhatIsHarmless() {
        // When
        ValidatableResponse created = put("default", BODY.replace("\"enabled\": true, ", ""));

        // Then
        created.statusCode(201)
                .body("identifier", equalTo("default"), "enabled", equalTo(false), "subject_template", nullValue())
                .body("html_template", equalTo("<p>Well done, {{ learner_name }}</p>"));
        String tag = created.extract().header("ETag");
        staff().get(BASE + "/default").then().statusCode(200).header("ETag", equalTo(tag));
        staff().header("If-None-Match", tag).get(BASE + "/default").then().statusCode(304);
        put("DEFAULT", BODY.replace("\"enabled\": true, ", "")).statusCode(200).header("ETag", equalTo(tag));
        put("default", BODY).statusCode(200).header("ETag", not(equalTo(tag)));
    }

    @Test
    void listsTemplatesByIdentifier() {
        // Given
        put("xseries", BODY).statusCode(201);
        put("default", BODY).statusCode(201);
        put("micromasters", BODY).statusCode(201);

        // When
        ValidatableResponse first = staff().queryParam("limit", 2).get(BASE).then();

        // Then
        first.statusCode(200).body("results.identifier", contains("default", "micromasters"));
        staff().queryParam("cursor", first.extract().<String>path("next_cursor"))
                .get(BASE)
                .then()
                .body("results.identifier", contains("xseries"), "next_cursor", nullValue());
    }

    @Test
    void theHistoryTellsWhoDidWhatUpToTheRemoval() {
        // Given
        String identifier = "history-" + UUID.randomUUID();
        String tag = put(identifier, BODY).extract().header("ETag");
        String newer = put(
                        identifier, BODY.replace("Well", "Very well").replace(", \"change_reason\": \"new words\"", ""))
                .extract()
                .header("ETag");
        staff().header("If-Match", tag).delete(BASE + "/" + identifier).then().statusCode(412);

        // When
        staff().header("If-Match", newer)
                .queryParam("change_reason", "no longer used")
                .delete(BASE + "/" + identifier)
                .then()
                .statusCode(204);

        // Then
        staff().get(BASE + "/" + identifier)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("completion_mail_not_found"));
        staff().delete(BASE + "/" + identifier).then().statusCode(404);
        staff().get(BASE + "/" + identifier + "/history")
                .then()
                .statusCode(200)
                .body("results.history_type", contains("-", "~", "+"))
                .body("results.change_reason", contains("no longer used", null, "new words"))
                .body("results.changed_by", contains("staff", "staff", "staff"))
                .body("results[2].template.plaintext_template", equalTo("Well done, {{ learner_name }}"));
        String cursor = staff().queryParam("limit", 2)
                .get(BASE + "/" + identifier + "/history")
                .path("next_cursor");
        staff().queryParam("cursor", cursor)
                .get(BASE + "/" + identifier + "/history")
                .then()
                .body("results.history_type", contains("+"), "next_cursor", nullValue());
        staff().header("If-Match", newer)
                .body(BODY)
                .put(BASE + "/" + identifier)
                .then()
                .statusCode(412);
        put(identifier, BODY).statusCode(201).header("ETag", not(equalTo(newer)));
    }

    @Test
    void everyBrokenRuleIsNamed() {
        // When
        ValidatableResponse answer = put("two words", """
                {"subject_template": "%s", "html_template": "{{ password }}", "plaintext_template": " "}""".formatted("x".repeat(201)));

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_completion_mail"))
                .body(
                        "violations.field",
                        containsInAnyOrder("identifier", "subject_template", "html_template", "plaintext_template"))
                .body("violations.message", hasItems(containsString("{{ credential_url }}")));
        put("default", "{\"plaintext_template\": \"a\\u0000b\"}").statusCode(400);
        put("default", "{\"plaintext_template\": \"%s\"}".formatted("x".repeat(100_001)))
                .statusCode(400);
        put("default", "{\"plaintext_template\": \"x\", \"change_reason\": \"\\u0000\"}")
                .statusCode(400);
        put("default", "{}").statusCode(400);
        put("default", "[]").statusCode(400);
    }

    @Test
    void aPreviewIsWrittenOutAndKeepsNothing() {
        // Given
        String body = """
                {"subject_template": "Done: {{ program_title }}", "html_template": "<p>{{ learner_name }}</p><script>x()</script>",
                 "plaintext_template": "{{ learner_name }}: {{ credential_url }}"}""";

        // When
        ValidatableResponse preview = staff().header("Idempotency-Key", "preview")
                .body(body)
                .post(BASE + "/preview")
                .then();

        // Then
        preview.statusCode(200)
                .body(
                        "subject",
                        equalTo("Done: Example Program"),
                        "html_template",
                        equalTo("<p>{{ learner_name }}</p>"))
                .body("html", containsString("<p>John Doë</p>"), "html", not(containsString("script")))
                .body("plaintext", containsString("John Doë: http"))
                .body("plaintext", containsString("/credentials/00000000000000000000000000000000/"));
        staff().get(BASE).then().body("results", hasSize(0));
        staff().body("{\"plaintext_template\": \"{% x %}\"}")
                .post(BASE + "/preview")
                .then()
                .statusCode(400);
    }

    @Test
    void tellsWhichTemplateHoldsForAProgram() {
        // Given
        Story story = new Story("mail-resolved");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        String path = "/api/programs/v1/programs/" + story.program(1) + "/completion-mail";
        staff().get(path).then().statusCode(404);
        put("default", BODY).statusCode(201);
        put("micromasters", BODY).statusCode(201);

        // When
        ValidatableResponse byType = staff().get(path).then();

        // Then
        byType.statusCode(200).body("identifier", equalTo("micromasters"));
        String hex = story.program(1).replace("-", "");
        put(hex, BODY.replace("true", "false")).statusCode(201);
        staff().get(path).then().body("identifier", equalTo(hex), "enabled", equalTo(false));
        put(story.program(1), BODY).statusCode(201);
        staff().get(path).then().body("identifier", equalTo(story.program(1)));
        staff().get("/api/programs/v1/programs/nonsense/completion-mail").then().statusCode(400);
        staff().get("/api/programs/v1/programs/" + UUID.randomUUID() + "/completion-mail")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyStaffAndServicesMaySeeAndChangeThem() {
        // Given
        RequestSpecification learner =
                given().auth().oauth2(Tokens.learner("mail-eve", "mail-eve")).contentType("application/json");

        // When
        ValidatableResponse answer = learner.body(BODY).put(BASE + "/default").then();

        // Then
        answer.statusCode(403);
        given().get(BASE).then().statusCode(401);
        given().auth().oauth2(Tokens.support()).get(BASE).then().statusCode(403);
    }

    private static ValidatableResponse put(String identifier, String body) {
        return staff().body(body).put(BASE + "/{identifier}", identifier).then();
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }
}
