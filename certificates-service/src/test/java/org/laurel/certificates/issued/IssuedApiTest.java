package org.laurel.certificates.issued;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.lookup.Told;
import org.laurel.certificates.role.RoleEvents;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedApiTest {

    private static final String ISSUED = "/api/instructor/v2/courses/{c}/certificates/issued";
    private static final String LIST = "/api/certificates/v1/course-runs/{c}/certificates";
    private static final String COUNTS = "/courses/{c}/instructor/api/get_issued_certificates/";

    private final Told granted = new Told("iss-granted", "iss");

    @BeforeAll
    void tellOfTheRun() {
        granted.inRun().enrolled("verified").passing("0.88", 20);
        stated("iss-failing", CertificateStatus.NOTPASSING, "verified");
        stated("iss-taken", CertificateStatus.UNAVAILABLE, "honor");
        stated("iss-audit+", CertificateStatus.AUDIT_PASSING, "audit");
        stated("iss-audit-", CertificateStatus.AUDIT_NOTPASSING, "audit");
        stated("iss-error", CertificateStatus.ERROR, "honor");
        invalidate(stated("iss-invalid", CertificateStatus.UNAVAILABLE, "verified"), true);
        invalidate(stated("iss-valid-again", CertificateStatus.DOWNLOADABLE, "verified"), false);
        allow(stated("iss-exception", CertificateStatus.DOWNLOADABLE, "honor"), true, "=cmd");
        allow(new Told("iss-exception-none", "iss").enrolled("audit"), true, "ill");
        allow(new Told("iss-disabled", "iss").enrolled("audit"), false, "");
        new Told("iss-elsewhere").inRun().enrolled("verified").passing("0.9", 20);
    }

    @ParameterizedTest
    @CsvSource({
        "all, 9",
        "received, 3",
        "not_received, 3",
        "audit_passing, 1",
        "audit_not_passing, 1",
        "error, 1",
        "granted_exceptions, 2",
        "invalidated, 1"
    })
    void filters(String filter, int expected) {
        // When
        var page = issued(Map.of("filter", filter));

        // Then
        page.statusCode(200)
                .body("count", equalTo(expected))
                .body("results", hasSize(expected))
                .body("next", nullValue())
                .body("previous", nullValue());
    }

    @Test
    void tellsWhatIsSpecial() {
        // When
        var exceptions = issued(Map.of("filter", "granted_exceptions"));
        var invalidated = issued(Map.of("filter", "invalidated"));
        var ordinary = issued(Map.of("search", "ISS-GRANTED@"));

        // Then
        exceptions
                .body("results.username", contains("user-iss-exception", "user-iss-exception-none"))
                .body("results[0].special_case", equalTo("Exception"))
                .body("results[0].certificate_status", equalTo("downloadable"))
                .body("results[1].certificate_status", equalTo("audit_notpassing"))
                .body("results[1].enrollment_track", equalTo("audit"))
                .body("results[1].exception_granted", equalTo("2026-03-01T00:00:00Z"))
                .body("results[1].exception_notes", equalTo("ill"));
        invalidated
                .body("results.username", contains("user-iss-invalid"))
                .body("results[0].special_case", equalTo("Invalidation"))
                .body("results[0].invalidated_by", equalTo("iss-granted@example.org"))
                .body("results[0].invalidation_date", equalTo("2026-03-02T00:00:00Z"))
                .body("results[0].invalidation_note", equalTo("copied"));
        ordinary.body("results", hasSize(1))
                .body("results[0].username", equalTo("user-iss-granted"))
                .body("results[0].email", equalTo("iss-granted@example.org"))
                .body("results[0].special_case", nullValue())
                .body("results[0].exception_granted", nullValue());
    }

    @Test
    void searchesPartsAndTakesThemLiterally() {
        // When
        var part = issued(Map.of("search", "AUDIT"));
        var percent = issued(Map.of("search", "%"));
        var underscore = issued(Map.of("search", "iss_granted"));
        var nobody = issued(Map.of("search", "zzz"));

        // Then
        part.body("results", hasSize(2)).body("count", equalTo(2));
        percent.body("results", empty());
        underscore.body("results", empty());
        nobody.body("count", equalTo(0));
    }

    @Test
    void pagesAreSortedByUsernameAndLinkToEachOther() {
        // When
        var second = issued(Map.of("page", 2, "page_size", 4));
        List<String> byNumber = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            byNumber.addAll(
                    issued(Map.of("page", page, "page_size", 4)).extract().path("results.username"));
        }
        List<String> byCursor = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = get(LIST, Tokens.service(), Map.of("limit", 4, "cursor", cursor));
            byCursor.addAll(page.extract().path("results.username"));
            cursor = page.extract().path("next_cursor");
        }

        // Then
        second.body("next", containsString("page=3"))
                .body("previous", containsString("page=1"))
                .body("num_pages", equalTo(3))
                .body("current_page", equalTo(2));
        assertThat(byNumber).hasSize(9).doesNotHaveDuplicates();
        assertThat(byCursor).isEqualTo(byNumber);
    }

    @Test
    void exportsTheListWithoutFormulas() {
        // When
        var file = get(LIST + ".csv", Tokens.staff(), Map.of("filter", "granted_exceptions"));
        var all = get(LIST + ".csv", Tokens.service(), Map.of());

        // Then
        String text = file.statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", containsString("certificates.csv"))
                .extract()
                .asString();
        assertThat(text.lines()).hasSize(3).first().asString().startsWith("learner_id,username,email,");
        assertThat(text).contains(",Exception,2026-03-01T00:00:00Z,'=cmd,").doesNotContain(",=cmd");
        assertThat(all.extract().asString().lines()).hasSize(10);
    }

    @Test
    void countsGrantedCertificatesByMode() {
        // When
        var counts = post(Tokens.staff(), Map.of());
        var file = post(Tokens.staff(), Map.of("csv", "true"));

        // Then
        counts.statusCode(200)
                .body("certificates.mode", contains("honor", "verified"))
                .body("certificates.total_issued_certificate", contains(1, 2))
                .body("certificates[0].course_id", equalTo(granted.course()))
                .body("queried_features", hasSize(4))
                .body("feature_names.mode", equalTo("Certificate Type"));
        assertThat(file.contentType(containsString("text/csv"))
                        .extract()
                        .asString()
                        .lines())
                .hasSize(3);
    }

    @Test
    void refusesWhatDoesNotExist() {
        // When
        var filter = issued(Map.of("filter", "some"));
        var deep = issued(Map.of("page", 101, "page_size", 100));
        var number = issued(Map.of("page", "x"));
        var cursor = get(LIST, Tokens.staff(), Map.of("cursor", "x"));
        var unknownRun = new Told("iss-unknown").get(ISSUED, Tokens.staff());
        var ownList = new Told("iss-unknown").get(LIST, Tokens.staff());
        var ownFile = new Told("iss-unknown").get(LIST + ".csv", Tokens.service());
        var badKey = new Told("x").get(ISSUED.replace("{c}", "nonsense"), Tokens.staff());

        // Then
        filter.statusCode(400).body("error_code", equalTo("invalid_filter"));
        deep.statusCode(400).body("error_code", equalTo("page_too_deep"));
        number.statusCode(400);
        cursor.statusCode(400).body("error_code", equalTo("invalid_cursor"));
        unknownRun.statusCode(404);
        ownList.statusCode(404).body("error_code", equalTo("course_run_not_found"));
        ownFile.statusCode(404).body("error_code", equalTo("course_run_not_found"));
        badKey.statusCode(404);
    }

    @Test
    void onlyStaffAndDataResearchersOfTheRunSeeIt() {
        // Given
        RoleEvents researcher = role("iss-researcher", "data_researcher");
        RoleEvents instructor = role("iss-instructor", "instructor");

        // When
        var asResearcher = get(ISSUED, researcher.token(), Map.of());
        var asInstructor = get(ISSUED, instructor.token(), Map.of());
        var asLearner = get(LIST + ".csv", granted.token(), Map.of());

        // Then
        asResearcher.statusCode(200).header("Cache-Control", containsString("no-cache"));
        get(LIST + ".csv", researcher.token(), Map.of()).statusCode(200);
        post(researcher.token(), Map.of()).statusCode(200);
        asInstructor.statusCode(403);
        asLearner.statusCode(403);
        post(instructor.token(), Map.of()).statusCode(403);
        new Told("iss-elsewhere").get(ISSUED, researcher.token()).statusCode(403);
        issued(Map.of()).body("results.username", not(contains("user-iss-elsewhere")));
    }

    private RoleEvents role(String word, String role) {
        RoleEvents person = new RoleEvents(word);
        Database.current()
                .execute(
                        "insert into course_role values (?, ?, ?, '', true, 1, now())",
                        person.id(),
                        role,
                        granted.course());
        return person;
    }

    private static Told stated(String word, CertificateStatus status, String mode) {
        return new Told(word, "iss").stated(status, mode, "", 20);
    }

    private void invalidate(Told told, boolean active) {
        Database.current()
                .execute("""
                insert into certificate_invalidation (learner_id, course_key, invalidated_by_id, invalidated_by, notes,
                    active, created_at, modified_at, changed_by, cause_id)
                values (?, ?, ?, ?, 'copied', ?, '2026-03-01Z', '2026-03-02Z', 'test', 'test')
                """, told.learnerId(), told.course(), granted.learnerId(), granted.username(), active);
    }

    private static void allow(Told told, boolean enabled, String notes) {
        Database.current().execute("""
                insert into allowlist_entry (learner_id, course_key, allowlist, notes, created_at, modified_at, changed_by,
                    cause_id)
                values (?, ?, ?, ?, '2026-03-01Z', '2026-03-01Z', 'test', 'test')
                """, told.learnerId(), told.course(), enabled, notes);
    }

    private ValidatableResponse issued(Map<String, ?> query) {
        Map<String, Object> all = new HashMap<>(Map.of("page_size", 50));
        all.putAll(query);
        return get(ISSUED, Tokens.staff(), all);
    }

    private ValidatableResponse get(String path, String token, Map<String, ?> query) {
        return granted.get(path, token, query);
    }

    private ValidatableResponse post(String token, Map<String, ?> query) {
        return given().auth()
                .oauth2(token)
                .queryParams(query)
                .post(granted.filled(COUNTS))
                .then();
    }
}
