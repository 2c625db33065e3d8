package org.laurel.programs.settings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.laurel.programs.Refusals.assertRefused;
import static org.laurel.programs.Refusals.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Everything that the resources of settings refuse, with status and code; nothing of it changes a setting. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SettingsRefusalsTest {

    private static final String SITE = "/api/programs/v1/site-configuration";
    private static final String API = "/api/programs/v1/programs-api-configuration";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT SITE | | {} | 400 invalid_request",
                "PUT SITE | | [] | 400 unreadable_body",
                "PUT SITE | | {\"configuration\": null} | 400 invalid_request",
                "PUT SITE | | {\"configuration\": {\"records_enabled\": {}}} | 400 unreadable_body",
                "PUT SITE | | {\"configuration\": {\"platform_name\": \"\\u0000\"}} | 400 invalid_site_configuration",
                "PUT SITE | | {\"configuration\": {\"programs_without_certificates\": [\"1-1-1-1-1\"]}}"
                        + " | 400 invalid_site_configuration",
                "PUT SITE | | {\"configuration\": {}, \"change_reason\": \"LONG\"} | 400 invalid_request",
                "PUT SITE | \"999999999\" | {\"configuration\": {}} | 412 version_changed",
                "GET SITE/history?limit=0 | | | 400 invalid_request",
                "GET SITE/history?cursor=x | | | 400 unreadable_parameter",
                "PUT API | | {} | 400 invalid_request",
                "PUT API | | [] | 400 unreadable_body",
                "PUT API | | {\"enabled\": 7e99} | 400 unreadable_body",
                "PUT API | | {\"enabled\": true, \"marketing_path\": \"a b\"} | 400 invalid_request",
                "PUT API | | {\"enabled\": true, \"marketing_path\": \"\\u0000\"} | 400 invalid_request",
                "PUT API | | {\"enabled\": true, \"change_reason\": \"\\u0000\"} | 400 unstorable_text",
                "PUT API | \"999999999\" | {\"enabled\": true} | 412 version_changed",
                "GET API/history?limit=101 | | | 400 invalid_request",
                "GET API/history?cursor=x | | | 400 unreadable_parameter",
            })
    void refuses(String request, @Nullable String ifMatch, @Nullable String body, String expected) {
        // Given
        String sent = body == null ? null : body.replace("LONG", "x".repeat(1_001));

        // When
        var answer = send(Tokens.staff(), path(request), ifMatch, sent);

        // Then
        assertRefused(answer, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "programs_without_certificates, '[LIST]', configuration.programs_without_certificates",
        "records_by_organization, '{LIST: true}', configuration.records_by_organization"
    })
    void refusesListsWithoutEnd(String member, String value, String field) {
        // Given
        String separator = value.startsWith("[") ? ", " : ": true, ";
        String list = IntStream.range(0, 1_001)
                .mapToObj(i -> "\"%08d-0000-4000-8000-000000000000\"".formatted(i))
                .collect(Collectors.joining(separator));
        String body = "{\"configuration\": {\"%s\": %s}}".formatted(member, value.replace("LIST", list));

        // When
        var answer = send(Tokens.staff(), path("PUT SITE"), null, body);

        // Then
        assertRefused(answer, "400 invalid_site_configuration").body("violations.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET SITE", "PUT SITE", "GET SITE/history", "GET API", "PUT API", "GET API/history"})
    void isNothingForLearners(String request) {
        assertRefused(send(Tokens.learner("settings-eve", "settings-eve"), path(request), null, "{}"), "403 forbidden");
    }

    @Test
    void sendsTheProgramsApiToNobodyWhoHasItsRevision() {
        // Given
        String tag = given().auth().oauth2(Tokens.staff()).get(API).header("ETag");

        // When
        var again = given().auth()
                .oauth2(Tokens.staff())
                .header("If-None-Match", tag)
                .get(API);

        // Then
        again.then().statusCode(304);
    }

    private static String path(String request) {
        return request.replace("SITE", SITE).replace("API", API);
    }
}
