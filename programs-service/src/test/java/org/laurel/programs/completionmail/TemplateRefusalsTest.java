package org.laurel.programs.completionmail;

import static io.restassured.RestAssured.given;
import static org.laurel.programs.Refusals.assertRefused;
import static org.laurel.programs.Refusals.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Everything that the resources of completion mails refuse, with status and code. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class TemplateRefusalsTest {

    private static final String PROGRAMS = "/api/programs/v1/programs/";

    private final Story story = new Story("mailrefusal");

    @BeforeEach
    void keepATemplate() {
        story.put(1, List.of(List.of("A")));
        send(Tokens.staff(), path("PUT KEPT"), null, "{\"plaintext_template\": \"Well done\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET ALL?limit=0 | | | 400 invalid_request",
                "GET ALL?cursor=%00 | | | 400 unstorable_text",
                "GET ALL/refused-unknown | | | 404 completion_mail_not_found",
                "GET ALL/%00 | | | 400 unstorable_text",
                "PUT ALL/a%20b | | {\"plaintext_template\": \"x\"} | 400 invalid_completion_mail",
                "PUT ALL/refused-new | | {} | 400 invalid_request",
                "PUT ALL/refused-new | | [] | 400 unreadable_body",
                "PUT ALL/refused-new | | {\"plaintext_template\": null} | 400 invalid_request",
                "PUT ALL/refused-new | | {\"plaintext_template\": \"{{ password }}\"} | 400 invalid_completion_mail",
                "PUT ALL/refused-new | | {\"plaintext_template\": \"a\\u0000\"} | 400 invalid_completion_mail",
                "PUT ALL/refused-new | * | {\"plaintext_template\": \"x\"} | 412 version_changed",
                "PUT KEPT | \"0\" | {\"plaintext_template\": \"x\"} | 412 version_changed",
                "DELETE ALL/refused-unknown | | | 404 completion_mail_not_found",
                "DELETE ALL/%00 | | | 400 unstorable_text",
                "DELETE KEPT | \"0\" | | 412 version_changed",
                "GET ALL/refused-unknown/history | | | 404 completion_mail_not_found",
                "GET KEPT/history?limit=0 | | | 400 invalid_request",
                "GET KEPT/history?cursor=x | | | 400 unreadable_parameter",
                "POST ALL/preview | | {} | 400 invalid_request",
                "POST ALL/preview | | {\"plaintext_template\": \" \"} | 400 invalid_completion_mail",
                "GET MALFORMED | | | 400 invalid_uuid",
                "GET UNKNOWN | | | 404 completion_mail_not_found",
            })
    void refuses(String request, @Nullable String ifMatch, @Nullable String body, String expected) {
        assertRefused(send(Tokens.staff(), path(request), ifMatch, body), expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET ALL",
                "GET KEPT",
                "PUT KEPT",
                "DELETE KEPT",
                "GET KEPT/history",
                "POST ALL/preview",
                "GET PROGRAM"
            })
    void isNothingForLearners(String request) {
        assertRefused(send(story.token(), path(request), null, "{}"), "403 forbidden");
    }

    @Test
    void sendsTheTemplateOfAProgramToNobodyWhoHasItsVersion() {
        // Given
        String path = PROGRAMS + story.program(1) + "/completion-mail";
        String tag = given().auth().oauth2(Tokens.staff()).get(path).header("ETag");

        // When
        var again = given().auth()
                .oauth2(Tokens.staff())
                .header("If-None-Match", tag)
                .get(path);

        // Then
        again.then().statusCode(304);
    }

    private String path(String request) {
        String all = "/api/programs/v1/completion-mails";
        return request.replace("ALL", all)
                .replace("KEPT", all + "/" + story.program(1))
                .replace("MALFORMED", PROGRAMS + "x/completion-mail")
                .replace("UNKNOWN", PROGRAMS + story.program(9) + "/completion-mail")
                .replace("PROGRAM", PROGRAMS + story.program(1) + "/completion-mail");
    }
}
