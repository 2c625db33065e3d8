package org.laurel.programs.configuration;

import static org.laurel.programs.Refusals.assertRefused;
import static org.laurel.programs.Refusals.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Everything that the resources of certificate configurations and signatories refuse, with status and code. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ConfigurationRefusalsTest {

    private static final String PROGRAMS = "/api/programs/v1/programs/";
    private static final String RUN = "course-v1:configrefusal+A+2026";

    private final Story story = new Story("configrefusal");
    private String signatory = "";
    private String signing = "";

    @BeforeEach
    void configure() {
        signatory = signatory();
        signing = signatory();
        story.put(1, List.of(List.of("A")));
        story.put(2, List.of(List.of("B")));
        Database.current().execute("delete from program_certificate where program_uuid = ?::uuid", story.program(2));
        send(Tokens.staff(), path("PATCH CONFIGURED"), null, "{\"signatories\": [%s]}".formatted(signing))
                .statusCode(200);
        StaffCalls.post("/api/v2/course_certificates/", """
                        {"course_id": "%s", "certificate_type": "verified", "certificate_available_date": null,
                         "is_active": true}""".formatted(RUN)).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET UNKNOWN | | | 404 certificate_configuration_not_found",
                "GET UNCONFIGURED | | | 404 certificate_configuration_not_found",
                "GET MALFORMED | | | 400 invalid_uuid",
                "PUT MALFORMED | | {} | 400 invalid_uuid",
                "PUT UNKNOWN | | {} | 404 program_not_found",
                "PUT CONFIGURED | | null | 400 unreadable_body",
                "PUT CONFIGURED | | {\"signatories\": [999999999]} | 400 invalid_certificate_configuration",
                "PUT CONFIGURED | | {\"signatories\": [99999999999999999999]} | 400 invalid_certificate_configuration",
                "PUT CONFIGURED | | {\"title\": \"\\ud800\"} | 400 invalid_certificate_configuration",
                "PUT CONFIGURED | \"999\" | {} | 412 version_changed",
                "PUT UNCONFIGURED | * | {} | 412 version_changed",
                "PATCH MALFORMED | | {} | 400 invalid_uuid",
                "PATCH UNKNOWN | | {} | 404 program_not_found",
                "PATCH UNCONFIGURED | | {} | 404 certificate_configuration_not_found",
                "PATCH CONFIGURED | | [] | 400 unreadable_body",
                "PATCH CONFIGURED | | {\"is_active\": null} | 400 invalid_certificate_configuration",
                "PATCH CONFIGURED | \"999\" | {} | 412 version_changed",
                "DELETE MALFORMED | | | 400 invalid_uuid",
                "DELETE UNKNOWN | | | 404 program_not_found",
                "DELETE UNCONFIGURED | | | 404 certificate_configuration_not_found",
                "DELETE CONFIGURED | \"999\" | | 412 version_changed",
                "GET MALFORMED/history | | | 400 invalid_uuid",
                "GET UNKNOWN/history | | | 404 certificate_configuration_not_found",
                "GET CONFIGURED/history?limit=0 | | | 400 invalid_request",
                "GET CONFIGURED/history?cursor=x | | | 400 unreadable_parameter",
                "GET LIST?is_active=2 | | | 400 invalid_is_active",
                "GET LIST?cursor=x | | | 400 invalid_uuid",
                "GET LIST?limit=201 | | | 400 invalid_request",
            })
    void refusesOfPrograms(String request, @Nullable String ifMatch, @Nullable String body, String expected) {
        assertRefused(send(Tokens.staff(), path(request), ifMatch, body), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET ALL?limit=0 | | | 400 invalid_request",
                "GET ALL?cursor=x | | | 400 unreadable_parameter",
                "POST ALL | | null | 400 unreadable_body",
                "POST ALL | | {\"name\": \"A\", \"title\": null} | 400 invalid_signatory",
                "POST ALL | | {\"name\": \"A\", \"title\": \"T\", \"change_reason\": 7} | 400 invalid_signatory",
                "GET ALL/x | | | 400 unreadable_parameter",
                "GET ALL/999999999 | | | 404 signatory_not_found",
                "PUT ALL/x | | {\"name\": \"A\", \"title\": \"T\"} | 400 unreadable_parameter",
                "PUT ALL/999999999 | | {\"name\": \"A\", \"title\": \"T\"} | 404 signatory_not_found",
                "PUT ONE | | {\"name\": \"A\"} | 400 invalid_signatory",
                "PUT ONE | \"999\" | {\"name\": \"A\", \"title\": \"T\"} | 412 version_changed",
                "PATCH ALL/x | | {} | 400 unreadable_parameter",
                "PATCH ALL/999999999 | | {} | 404 signatory_not_found",
                "PATCH ONE | | {\"name\": \" \"} | 400 invalid_signatory",
                "PATCH ONE | \"999\" | {} | 412 version_changed",
                "DELETE ALL/x | | | 400 unreadable_parameter",
                "DELETE ALL/999999999 | | | 404 signatory_not_found",
                "DELETE ONE | \"999\" | | 412 version_changed",
                "DELETE SIGNING | | | 409 signatory_in_use",
                "GET ALL/x/history | | | 400 unreadable_parameter",
                "GET ALL/999999999/history | | | 404 signatory_not_found",
                "DELETE ALL/x/image | | | 400 unreadable_parameter",
                "DELETE ALL/999999999/image | | | 404 signatory_not_found",
                "DELETE ONE/image | \"999\" | | 412 version_changed",
                "GET /credentials/signatories/x/a.png | | | 400 unreadable_parameter",
                "GET /credentials/signatories/999999999/a.png | | | 404 picture_not_found",
            })
    void refusesOfSignatories(String request, @Nullable String ifMatch, @Nullable String body, String expected) {
        assertRefused(send(Tokens.staff(), signatories(request), ifMatch, body), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST ALL/ | | null | 400 unreadable_body",
                "POST ALL/ | | {} | 400 invalid_course_certificate",
                "GET ALL/nonsense/ | | | 404 course_certificate_not_found",
                "GET ALL/course-v1:No+Such+Run/ | | | 404 course_certificate_not_found",
                "PUT ALL/nonsense/ | | WHOLE | 404 course_certificate_not_found",
                "PUT ALL/course-v1:No+Such+Run/ | | WHOLE | 404 course_certificate_not_found",
                "PUT ALL/course-v1:No+Such+Run/ | * | WHOLE | 412 version_changed",
                "PUT ONE/ | | {\"is_active\": true} | 400 invalid_course_certificate",
                "PUT ONE/ | \"999\" | WHOLE | 412 version_changed",
                "PATCH ALL/course-v1:No+Such+Run/ | | {} | 404 course_certificate_not_found",
                "PATCH ONE/ | | {\"certificate_available_date\": \"9999-99-99\"} | 400 invalid_course_certificate",
                "PATCH ONE/ | | {\"certificate_available_date\": \"LONG\"} | 400 invalid_course_certificate",
                "PATCH ONE/ | | {\"certificate_available_date\": 20300101} | 400 invalid_course_certificate",
                "PATCH ONE/ | | {\"certificate_available_date\": \"0000-01-01T00:00:00Z\"} | 400 invalid_course_certificate",
                "PATCH ONE/ | | {\"certificate_type\": \"audit\"} | 400 invalid_course_certificate",
                "PATCH ONE/ | \"999\" | {} | 412 version_changed",
                "GET HISTORY/nonsense/history | | | 400 invalid_course_key",
                "GET HISTORY/course-v1:No+Such+Run/history | | | 404 course_certificate_not_found",
                "GET HISTORY/course-v1:configrefusal+A+2026/history?limit=0 | | | 400 invalid_request",
                "GET HISTORY/course-v1:configrefusal+A+2026/history?cursor=x | | | 400 unreadable_parameter",
            })
    void refusesOfCourseRuns(String request, @Nullable String ifMatch, @Nullable String body, String expected) {
        // Given
        String whole =
                "{\"certificate_type\": \"verified\", \"certificate_available_date\": null, \"is_active\": true}";

        // When
        var answer = send(
                Tokens.staff(),
                runs(request),
                ifMatch,
                body == null ? null : body.replace("WHOLE", whole).replace("LONG", "2030-01-01T00:00:00.".repeat(4)));

        // Then
        assertRefused(answer, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET CONFIGURED",
                "PUT CONFIGURED",
                "PATCH CONFIGURED",
                "DELETE CONFIGURED",
                "GET CONFIGURED/history",
                "GET LIST",
                "GET /api/programs/v1/signatories",
                "POST /api/programs/v1/signatories",
                "GET /api/programs/v1/signatories/1",
                "PUT /api/programs/v1/signatories/1",
                "PATCH /api/programs/v1/signatories/1",
                "DELETE /api/programs/v1/signatories/1",
                "GET /api/programs/v1/signatories/1/history",
                "DELETE /api/programs/v1/signatories/1/image",
                "POST /api/v2/course_certificates/",
                "GET /api/v2/course_certificates/course-v1:configrefusal+A+2026/",
                "PUT /api/v2/course_certificates/course-v1:configrefusal+A+2026/",
                "PATCH /api/v2/course_certificates/course-v1:configrefusal+A+2026/",
                "GET /api/programs/v1/course-certificates/course-v1:configrefusal+A+2026/history"
            })
    void isNothingForLearners(String request) {
        assertRefused(send(story.token(), path(request), null, "{}"), "403 forbidden");
    }

    private String path(String request) {
        return request.replace("UNKNOWN", configuration(9))
                .replace("UNCONFIGURED", configuration(2))
                .replace("CONFIGURED", configuration(1))
                .replace("MALFORMED", PROGRAMS + "x/certificate-configuration")
                .replace("LIST", "/api/programs/v1/certificate-configurations");
    }

    private String configuration(int program) {
        return PROGRAMS + story.program(program) + "/certificate-configuration";
    }

    private String signatories(String request) {
        String all = "/api/programs/v1/signatories";
        return request.replace("ALL", all)
                .replace("ONE", all + "/" + signatory)
                .replace("SIGNING", all + "/" + signing);
    }

    private static String runs(String request) {
        String all = "/api/v2/course_certificates";
        return request.replace("ALL", all)
                .replace("ONE", all + "/" + RUN)
                .replace("HISTORY", "/api/programs/v1/course-certificates");
    }

    private static String signatory() {
        return StaffCalls.post("/api/programs/v1/signatories", "{\"name\": \"Refused\", \"title\": \"Dean\"}")
                .statusCode(201)
                .extract()
                .path("id")
                .toString();
    }
}
