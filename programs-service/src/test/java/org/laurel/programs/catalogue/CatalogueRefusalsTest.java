package org.laurel.programs.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.laurel.programs.Refusals.assertRefused;
import static org.laurel.programs.Refusals.send;
import static org.laurel.programs.catalogue.Calls.put;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Everything that the catalogue's resources refuse, with status and code. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CatalogueRefusalsTest {

    @BeforeEach
    void putWhatIsKnown() {
        put("organizations/" + uuid("refusal-known"), "{\"key\": \"RefusalX\"}");
        put("pathways/" + uuid("refusal-known"), "{\"id\": 600010, \"name\": \"Known\", \"org_name\": \"U\"}");
        put("programs/" + uuid("refusal-known"), """
                {"title": "Refusing", "authoring_organizations": [{"key": "RefusalX"}], "pathway_ids": [600010]}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET organizations?page=0 | | | 400 invalid_page",
                "GET organizations?page_size=0 | | | 400 invalid_page",
                "GET organizations?page=501 | | | 400 page_too_deep",
                "GET organizations?page=x | | | 400 unreadable_parameter",
                "GET organizations?q=%00 | | | 400 unstorable_text",
                "GET organizations/x | | | 400 invalid_uuid",
                "GET organizations/UNKNOWN | | | 404 organization_not_found",
                "GET organizations/x/history | | | 400 invalid_uuid",
                "GET organizations/UNKNOWN/history | | | 404 organization_not_found",
                "GET organizations/KNOWN/history?limit=101 | | | 400 invalid_request",
                "GET organizations/KNOWN/history?cursor=x | | | 400 unreadable_parameter",
                "PUT organizations/x | | {\"key\": \"NewX\"} | 400 invalid_uuid",
                "PUT organizations/UNKNOWN | | { | 400 unreadable_body",
                "PUT organizations/UNKNOWN | | {\"key\": \"A\", \"key\": \"B\"} | 400 unreadable_body",
                "PUT organizations/UNKNOWN | | {} | 400 invalid_organization",
                "PUT organizations/UNKNOWN | | {\"key\": \"RefusalX\"} | 409 organization_key_taken",
                "PUT organizations/UNKNOWN | * | {\"key\": \"NewX\"} | 412 version_changed",
                "PUT organizations/KNOWN | \"9\" | {\"key\": \"RefusalX\"} | 412 version_changed",
                "PUT organizations/KNOWN | W/\"1\" | {\"key\": \"RefusalX\"} | 412 version_changed",
                "DELETE organizations/x | | | 400 invalid_uuid",
                "DELETE organizations/UNKNOWN | | | 404 organization_not_found",
                "DELETE organizations/KNOWN | | | 409 in_use",
                "DELETE organizations/KNOWN | \"9\" | | 412 version_changed",
                "GET pathways?pathway_type=x | | | 400 invalid_pathway_type",
                "GET pathways?status=active | | | 400 invalid_status",
                "GET pathways?program=x | | | 400 invalid_uuid",
                "GET pathways?cursor=x | | | 400 invalid_cursor",
                "GET pathways?page=101&page_size=100 | | | 400 page_too_deep",
                "GET pathways/x | | | 400 invalid_uuid",
                "GET pathways/UNKNOWN | | | 404 pathway_not_found",
                "GET pathways/x/history | | | 400 invalid_uuid",
                "GET pathways/UNKNOWN/history | | | 404 pathway_not_found",
                "GET pathways/KNOWN/history?limit=0 | | | 400 invalid_request",
                "PUT pathways/x | | {\"name\": \"N\", \"org_name\": \"U\"} | 400 invalid_uuid",
                "PUT pathways/UNKNOWN | | [ | 400 unreadable_body",
                "PUT pathways/UNKNOWN | | {\"name\": null, \"org_name\": \"U\"} | 400 invalid_pathway",
                "PUT pathways/UNKNOWN | | {\"id\": 600010, \"name\": \"N\", \"org_name\": \"U\"} | 409 pathway_id_taken",
                "PUT pathways/KNOWN | | {\"id\": 600012, \"name\": \"N\", \"org_name\": \"U\"} | 409 pathway_id_fixed",
                "PUT pathways/KNOWN | \"9\" | {\"name\": \"N\", \"org_name\": \"U\"} | 412 version_changed",
                "PUT pathways/UNKNOWN | * | {\"name\": \"N\", \"org_name\": \"U\"} | 412 version_changed",
                "DELETE pathways/x | | | 400 invalid_uuid",
                "DELETE pathways/UNKNOWN | | | 404 pathway_not_found",
                "DELETE pathways/KNOWN | | | 409 in_use",
                "DELETE pathways/KNOWN | \"9\" | | 412 version_changed",
                "GET programs?status=gone | | | 400 invalid_status",
                "GET programs?hidden=2 | | | 400 invalid_hidden",
                "GET programs?course_key=x | | | 400 invalid_course_key",
                "GET programs?course=x | | | 400 invalid_uuid",
                "GET programs?uuids=KNOWN,x | | | 400 invalid_uuid",
                "GET programs?cursor=x | | | 400 invalid_cursor",
                "GET programs?cursor=99999999999999999999 | | | 400 invalid_cursor",
                "GET programs?organization=%00 | | | 400 unstorable_text",
                "GET programs/x | | | 400 invalid_uuid",
                "GET programs/UNKNOWN | | | 404 program_not_found",
                "GET programs/x/history | | | 400 invalid_uuid",
                "GET programs/UNKNOWN/history | | | 404 program_not_found",
                "GET programs/x/courses | | | 400 invalid_uuid",
                "GET programs/UNKNOWN/courses | | | 404 program_not_found",
                "PUT programs/x | | {\"title\": \"T\"} | 400 invalid_uuid",
                "PUT programs/UNKNOWN | | {\"title\" | 400 unreadable_body",
                "PUT programs/UNKNOWN | | {\"title\": \"T\"} {} | 400 unreadable_body",
                "PUT programs/UNKNOWN | | {\"x\": 1e99999, \"title\": \"T\", \"x\": 1} | 400 unreadable_body",
                "PUT programs/UNKNOWN | | {\"x\": [{\"y\": 1, \"y\": 2}], \"title\": \"T\"} | 400 unreadable_body",
                "PUT programs/UNKNOWN | | {} | 400 invalid_program",
                "PUT programs/UNKNOWN | * | {\"title\": \"T\"} | 412 version_changed",
                "PUT programs/KNOWN | \"9\" | {\"title\": \"T\"} | 412 version_changed",
                "DELETE programs/x | | | 400 invalid_uuid",
                "DELETE programs/UNKNOWN | | | 404 program_not_found",
                "DELETE programs/UNKNOWN | * | | 404 program_not_found",
                "DELETE programs/KNOWN | \"9\" | | 412 version_changed",
                "GET course-runs?program=x | | | 400 invalid_uuid",
                "GET course-runs?course=x | | | 400 invalid_uuid",
                "GET course-runs?page=0 | | | 400 invalid_page",
                "GET course-runs/nonsense | | | 400 invalid_course_key",
                "GET course-runs/course-v1:No+Such+Run | | | 404 course_run_not_found",
            })
    void refuses(String request, @Nullable String ifMatch, @Nullable String body, String expected) {
        assertRefused(send(Tokens.staff(), path(request), ifMatch, body), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT organizations/UNKNOWN",
        "DELETE organizations/KNOWN",
        "GET organizations/KNOWN/history",
        "PUT pathways/UNKNOWN",
        "DELETE pathways/KNOWN",
        "GET pathways/KNOWN/history",
        "PUT programs/UNKNOWN",
        "DELETE programs/KNOWN",
        "GET programs/KNOWN/history",
    })
    void letsLearnersReadOnly(String request) {
        assertRefused(send(Tokens.learner("id-reader", "reader"), path(request), null, "{}"), "403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "pathways", "programs"})
    void namesTheCursorToThoseWhoPageTooDeep(String list) {
        assertRefused(send(Tokens.staff(), path("GET " + list + "?page=501"), null, null), "400 page_too_deep")
                .body("detail", containsString("next_cursor"));
    }

    /** An index holds no text of such a length. */
    @Test
    void refusesTheUuidOfACourseRunThatIsNone() {
        // Given
        String document = """
                {"title": "T", "courses": [{"course_runs": [{"key": "course-v1:Refusal+A+1", "uuid": "%s"}]}]}""".formatted(unpackable());

        // When
        var answer = send(Tokens.staff(), path("PUT programs/UNKNOWN"), null, document);

        // Then
        assertRefused(answer, "400 invalid_program")
                .body("violations.field", hasItem("courses[0].course_runs[0].uuid"));
    }

    @Test
    void sendsAPathwayToNobodyWhoHasItsVersion() {
        // Given
        String path = Calls.BASE + "pathways/" + uuid("refusal-known");
        String tag = Calls.staff().get(path).header("ETag");

        // When
        var again = Calls.staff().header("If-None-Match", tag).get(path);

        // Then
        again.then().statusCode(304);
    }

    @Test
    void listsOrganisations() {
        Calls.get("organizations", "key", "RefusalX")
                .statusCode(200)
                .body("results.uuid", contains(uuid("refusal-known")), "count", equalTo(1));
    }

    /** A long text that cannot be compressed. */
    private static String unpackable() {
        byte[] bytes = new byte[8_000];
        new Random(7).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String path(String request) {
        return request.replaceFirst(" ", " " + Calls.BASE)
                .replace("UNKNOWN", uuid("refusal-unknown"))
                .replace("KNOWN", uuid("refusal-known"));
    }
}
