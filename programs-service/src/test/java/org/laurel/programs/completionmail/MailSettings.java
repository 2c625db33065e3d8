package org.laurel.programs.completionmail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;

/** What staff set about completion mails. */
final class MailSettings {

    private MailSettings() {}

    static void site(boolean mails) {
        put("/site-configuration", "{\"configuration\": {\"completion_mails\": %s}}".formatted(mails));
    }

    static void template(String identifier, boolean enabled) {
        put("/completion-mails/" + identifier, """
                {"subject_template": "Well done, {{ learner_name }}", "plaintext_template": "See {{ credential_url }}",
                 "html_template": "<p>{{ program_title }} at {{ platform_name }}: <a href='{{ credential_url }}'>see</a></p>",
                 "enabled": %s}""".formatted(enabled));
    }

    static void forget() {
        Database.current().execute("delete from setting_revision where subject = 'site'");
        Database.current().execute("delete from completion_mail_template");
    }

    private static void put(String path, String body) {
        int status = given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .put("/api/programs/v1" + path)
                .statusCode();
        assertThat(status).isIn(200, 201);
    }
}
