package org.laurel.certificates.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.laurel.certificates.template.TemplateCalls.BASE;
import static org.laurel.certificates.template.TemplateCalls.body;
import static org.laurel.certificates.template.TemplateCalls.make;
import static org.laurel.certificates.template.TemplateCalls.put;
import static org.laurel.certificates.template.TemplateCalls.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class TemplateUseApiTest {

    @Test
    void previewsAsPdfAndHtml() {
        // Given
        int id = make("Preview");

        // When
        byte[] pdf = preview(id, "{}")
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        String html = preview(id, "{\"format\": \"html\"}")
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();

        // Then
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(html).contains("<p>John Doë</p>");
        preview(id, "{\"format\": \"html\", \"template\": \"<b>{mode}</b>\"}").body(equalTo("<b>honor</b>"));
        preview(id, "{\"template\": \"{nothing}\"}").statusCode(422).body("error_code", equalTo("invalid_template"));
        preview(id, "{\"template\": \"<p><img src='http://x.example.org/x.png'/></p>\"}")
                .statusCode(422)
                .body("detail", containsString("http://x.example.org/x.png"));
        preview(id, "{\"format\": \"png\"}").statusCode(400);
        preview(id, "{\"version\": 9}").statusCode(404);
        preview(999_999, "{}").statusCode(404);
    }

    @Test
    void previewsUnderAnIdempotencyKeyAsOftenAsOneLikes() {
        // Given
        int id = make("PreviewKey");

        // When
        for (int i = 0; i < 2; i++) {
            staff().header("Idempotency-Key", "preview-key")
                    .body("{}")
                    .post(BASE + "/" + id + "/preview")
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf");
        }

        // Then
        assertThat(Database.current().query("select 1 from idempotency_key where body like '%JVBERi%'"))
                .isEmpty();
    }

    @Test
    void tellsInADryRunWhatAReplacementWouldChange() {
        // Given
        int id = make("DryRun");

        // When
        ValidatableResponse answer = replace("old", "new", true, id, 999_999);

        // Then
        answer.statusCode(200)
                .body("changed.id", equalTo(List.of(id)), "missing", equalTo(List.of(999_999)))
                .body("warnings", hasItem("There is no template 999999."))
                .body("changed[0].diff", containsString("-<html><body><p>{learner_name}</p><p>old</p><p>old</p>"))
                .body("changed[0].diff", containsString("+<html><body><p>{learner_name}</p><p>new</p><p>old</p>"))
                .body("changed[0].diff", containsString("@@ -1,1 +1,1 @@"));
        staff().get(BASE + "/" + id).then().body("version", equalTo(1));
    }

    @Test
    void replacesTheFirstOccurrenceInEachTemplate() {
        // Given
        int changes = make("Replace1");
        int stays = make("Replace2");
        Map<String, @Nullable Object> other = body("Replace2");
        other.put("template", "<p>nothing</p>");
        put(stays, "*", other).statusCode(200);

        // When
        ValidatableResponse answer = replace("old", "new", false, changes, stays);

        // Then
        answer.statusCode(200)
                .body("changed.id", equalTo(List.of(changes)), "unchanged", equalTo(List.of(stays)))
                .body("missing", empty(), "refused", empty());
        staff().get(BASE + "/" + changes)
                .then()
                .body("version", equalTo(2), "template", containsString("<p>new</p><p>old</p>"));
        staff().get(BASE + "/" + stays).then().body("version", equalTo(2));
        replace("<p>old</p>", "<p>", false, changes)
                .body("changed", empty(), "refused.id", equalTo(List.of(changes)))
                .body("warnings[0]", startsWith("Template " + changes + " stays: "));
        replace("", "x", false, changes).statusCode(400);
        staff().body("{\"old_text\": \"a\", \"template_ids\": [1]}")
                .post(BASE + ":replace")
                .then()
                .statusCode(400);
        staff().body("{\"old_text\": \"a\", \"new_text\": \"b\", \"template_ids\": []}")
                .post(BASE + ":replace")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse preview(int id, String body) {
        return staff().body(body).post(BASE + "/" + id + "/preview").then();
    }

    private static ValidatableResponse replace(String oldText, String newText, boolean dryRun, Integer... ids) {
        return staff().body(Map.of(
                        "old_text", oldText, "new_text", newText, "template_ids", List.of(ids), "dry_run", dryRun))
                .post(BASE + ":replace")
                .then();
    }
}
