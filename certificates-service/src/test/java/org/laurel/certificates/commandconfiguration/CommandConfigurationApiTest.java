package org.laurel.certificates.commandconfiguration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CommandConfigurationApiTest {

    private static final String MODIFY = "modify_cert_template";

    @BeforeEach
    void forgetRevisions() {
        Database.current().execute("delete from setting_revision where subject like 'command:%'");
    }

    @Test
    void isDisabledAndEmptyBeforeTheFirstRevision() {
        for (String command : new String[] {MODIFY, "cert_generation", "purge_references_to_pdf_certificates"}) {
            get(command, Tokens.staff())
                    .statusCode(200)
                    .body("command", equalTo(command), "id", nullValue())
                    .body("enabled", equalTo(false), "arguments", equalTo(""));
        }
    }

    @Test
    void enabledArgumentsAreReadyToUse() {
        // Given
        String arguments = "--old-text 'Old name' --new-text 'New' --templates 1 2 --dry-run";

        // When
        ValidatableResponse added = post(MODIFY, true, arguments, Tokens.staff());

        // Then
        added.statusCode(201).body("arguments", equalTo(arguments), "changed_by", equalTo("staff"));
        get(MODIFY + "/arguments", Tokens.service())
                .statusCode(200)
                .body("options.old_text", contains("Old name"), "options.templates", contains("1", "2"))
                .body("options.dry_run", empty(), "arguments", hasSize(8));
    }

    @Test
    void disabledArgumentsCannotBeUsed() {
        // Given
        post("cert_generation", false, "-u 1 -c Org/Course/Run", Tokens.staff()).statusCode(201);

        // When
        ValidatableResponse disabled = get("cert_generation/arguments", Tokens.staff());
        ValidatableResponse none = get(MODIFY + "/arguments", Tokens.staff());

        // Then
        disabled.statusCode(409)
                .contentType("application/problem+json")
                .body("error_code", equalTo("command_configuration_disabled"));
        none.statusCode(409).body("error_code", equalTo("command_configuration_disabled"));
    }

    @Test
    void everyRevisionStaysInTheHistoryOfItsCommand() {
        // Given
        post(MODIFY, true, "--dry-run", Tokens.staff()).statusCode(201);
        post(MODIFY, true, "--dry-run", Tokens.staff()).statusCode(200);
        post(MODIFY, false, "--dry-run", Tokens.service()).statusCode(201);
        post("cert_generation", true, "", Tokens.staff()).statusCode(201);

        // When
        ValidatableResponse history = get(MODIFY + "/history", Tokens.staff());

        // Then
        history.statusCode(200)
                .body("results.enabled", contains(false, true))
                .body("results.changed_by", contains("service", "staff"));
    }

    @Test
    void argumentsThatTheCommandDoesNotUnderstandAreRefused() {
        post(MODIFY, true, "--old-text 'open", Tokens.staff())
                .statusCode(400)
                .body("error_code", equalTo("invalid_arguments"))
                .body("violations[0].field", equalTo("arguments"))
                .body("violations[0].message", containsString("character 12"));
        post("cert_generation", true, "--templates 1", Tokens.staff())
                .statusCode(400)
                .body("violations[0].message", containsString("--course-key"));
        post(MODIFY, true, "--new-text '\0'", Tokens.staff()).statusCode(400);
    }

    @Test
    void storedArgumentsOfAnotherTimeThatCannotBeUsedAnyMoreAreAConflict() {
        // Given
        Database.current().execute("""
                insert into setting_revision (subject, enabled, content, changed_at, changed_by, cause_id)
                values ('command:cert_generation', true, '--gone 1', now(), 'import', 'import')""");

        // When
        ValidatableResponse answer = get("cert_generation/arguments", Tokens.staff());

        // Then
        answer.statusCode(409).body("error_code", equalTo("command_configuration_invalid"));
    }

    @Test
    void anUnknownCommandIsNotFound() {
        get("rm", Tokens.staff()).statusCode(404).body("error_code", equalTo("unknown_command"));
        get("rm/history", Tokens.staff()).statusCode(404);
        get("rm/arguments", Tokens.staff()).statusCode(404);
        post("rm", true, "", Tokens.staff()).statusCode(404).body("detail", containsString(MODIFY));
    }

    @Test
    void onlyStaffAndServicesMaySeeAndChangeThem() {
        post(MODIFY, true, "", Tokens.support()).statusCode(403);
        get(MODIFY, Tokens.learner("cmd-learner", "cmd-learner")).statusCode(403);
        get(MODIFY + "/arguments", Tokens.support()).statusCode(403);
        get(MODIFY + "/history", Tokens.support()).statusCode(403);
    }

    private static ValidatableResponse post(String command, boolean enabled, String arguments, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("enabled", enabled, "arguments", arguments))
                .post("/api/certificates/v1/command-configurations/" + command)
                .then();
    }

    private static ValidatableResponse get(String rest, String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/certificates/v1/command-configurations/" + rest)
                .then();
    }
}
