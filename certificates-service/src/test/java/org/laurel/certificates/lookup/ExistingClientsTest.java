package org.laurel.certificates.lookup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Rows 56 to 59 of the certificates description, at the paths that existing clients call. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ExistingClientsTest {

    private static final String DETAIL = "/api/certificates/v0/certificates/{u}/courses/{c}/";
    private static final String LIST = "/api/certificates/v0/certificates/{u}/";
    private static final String SEARCH = "/certificates/search";
    private static final String FILE = "https://files.example.org/c.pdf";

    @Test
    void aListIsPrivateUntilTheLearnerShowsItToAll() {
        // Given
        Told secretive = granted("v0-private");
        Told open = granted("v0-open").showingToAll();
        String stranger = Tokens.learner("stranger", "stranger");

        // When
        var refused = secretive.get(LIST, stranger);
        var shown = open.get(LIST, stranger);
        var detail = open.get(DETAIL, stranger);
        var unknown = new Told("v0-nobody").get(LIST, stranger);

        // Then
        refused.statusCode(403);
        shown.statusCode(200).body("course_id", contains(open.course()));
        detail.statusCode(403);
        unknown.statusCode(403);
    }

    @Test
    void ofAGoneCourseRunOnlyAFileIsTold() {
        // Given
        Told page = new Told("v0-gone").stated(CertificateStatus.DOWNLOADABLE, "honor", "", 20);
        Told file = new Told("v0-gone-pdf").stated(CertificateStatus.DOWNLOADABLE, "honor", FILE, 20);

        // When
        var pageDetail = page.get(DETAIL, page.token());
        var pageList = page.get(LIST, page.token());
        var fileDetail = file.get(DETAIL, file.token());
        var fileList = file.get(LIST, file.token());

        // Then
        pageDetail.statusCode(404).body("error_code", equalTo("no_certificate_for_user"));
        pageList.statusCode(200).body("", empty());
        fileDetail.statusCode(200).body("download_url", equalTo(FILE));
        fileList.statusCode(200)
                .body("[0].course_display_name", equalTo(file.course()))
                .body("[0].course_organization", equalTo("Org"))
                .body("[0].uuid", not(nullValue()));
    }

    @Test
    void auditStatusesAreNoCertificatesAndOthersAreTold() {
        // Given
        Told audit = new Told("v0-audit").inRun().stated(CertificateStatus.AUDIT_PASSING, "audit", "", 20);
        Told failing = new Told("v0-failing").inRun().stated(CertificateStatus.NOTPASSING, "verified", "", 20);

        // When
        var ofAudit = audit.get(DETAIL, Tokens.staff());
        var ofFailing = failing.get(DETAIL, Tokens.service());

        // Then
        ofAudit.statusCode(404).body("error_code", equalTo("no_certificate_for_user"));
        ofFailing
                .statusCode(200)
                .body("status", equalTo("notpassing"))
                .body("is_passing", equalTo(false))
                .body("download_url", nullValue());
    }

    @Test
    void aListLeavesOutWhatDoesNotShowYet() {
        // Given
        Told waiting = new Told("v0-waiting")
                .inRunShowingFrom(Instant.parse("2126-01-01T00:00:00Z"))
                .enrolled("verified")
                .passing("0.9", 20);

        // When
        var list = waiting.get(LIST, waiting.token());
        var detail = waiting.get(DETAIL, waiting.token());

        // Then
        list.statusCode(200).body("", empty());
        detail.statusCode(200).body("status", equalTo("downloadable"));
    }

    /** Scenario 57, and the other side of it: a platform that connects by events only configures nothing. */
    @Test
    void aCourseRunThatNobodyConfiguredHasTheStandardText() {
        // Given
        Told granted = granted("v0-unconfigured");

        // When
        var detail = granted.get(DETAIL, granted.token());
        var list = granted.get(LIST, granted.token());

        // Then
        detail.statusCode(200).body("download_url", startsWith("/certificates/"));
        list.statusCode(200).body("", hasSize(1));
        granted.get(detail.extract().path("download_url"), granted.token()).statusCode(200);
    }

    @Test
    void onceACourseRunHasAConfigurationItNeedsAnActiveText() {
        // Given
        Told granted = granted("v0-configured");
        configuration(granted, 1, false);
        var listWithout = granted.get(LIST, granted.token());
        var detailWithout = granted.get(DETAIL, granted.token());
        granted.get(pageOf(granted), granted.token()).statusCode(404);

        // When
        configuration(granted, 2, true);

        // Then
        listWithout.statusCode(200).body("", empty());
        detailWithout.statusCode(404).body("error_code", equalTo("no_certificate_configuration_for_course"));
        granted.get(LIST, granted.token()).body("", hasSize(1));
        granted.get(DETAIL, granted.token()).statusCode(200);
        granted.get(pageOf(granted), granted.token()).statusCode(200);
    }

    @Test
    void supportFindsCertificatesByUsernameOrEmailAddress() {
        // Given
        Told found = granted("v0-search");
        Told tagged = new Told("v0+tag", "v0-tag").inRun().stated(CertificateStatus.DOWNLOADABLE, "honor", FILE, 20);

        // When
        var byName = found.get(SEARCH, Tokens.support(), Map.of("user", " <b>USER-v0-search</b>"));
        var byMail = found.get(SEARCH, Tokens.staff(), Map.of("user", "V0-search@example.org"));
        var withSpace = tagged.get(SEARCH, Tokens.staff(), Map.of("user", "v0 tag@example.org"));

        // Then
        byName.statusCode(200)
                .body("", hasSize(1))
                .body("[0].username", equalTo(found.username()))
                .body("[0].course_key", equalTo(found.course()))
                .body("[0].type", equalTo("verified"))
                .body("[0].status", equalTo("downloadable"))
                .body("[0].grade", equalTo("0.88"))
                .body("[0].created", equalTo("2026-02-03T04:20:00Z"))
                .body("[0].modified", equalTo("2026-02-03T04:20:00Z"))
                .body("[0].is_passing", equalTo(true))
                .body("[0].is_pdf_certificate", equalTo(false))
                .body("[0].download_url", startsWith("/certificates/"))
                .body("[0].regenerate", equalTo(true));
        byMail.statusCode(200).body("username", contains(found.username()));
        withSpace.statusCode(200).body("[0].is_pdf_certificate", equalTo(true)).body("[0].regenerate", equalTo(false));
    }

    @Test
    void searchInACourseRunSaysWhenThereIsNoCertificate() {
        // Given
        Told without = new Told("v0-none").inRun().enrolled("audit");
        Told granted = granted("v0-in-run");

        // When
        var none = without.get(
                SEARCH, Tokens.support(), Map.of("user", without.username(), "course_id", without.course()));
        var one = granted.get(
                SEARCH, Tokens.support(), Map.of("user", granted.username(), "course_id", granted.course()));

        // Then
        none.statusCode(200)
                .body(
                        "",
                        contains(Map.of(
                                "username", without.username(), "course_key", without.course(), "regenerate", false)));
        one.statusCode(200).body("", hasSize(1)).body("[0].regenerate", equalTo(true));
    }

    @Test
    void searchRefusesWhatItCannotFind() {
        // Given
        Told known = granted("v0-refusals");

        // When
        var missing = known.get(SEARCH, Tokens.support());
        var unknown = known.get(SEARCH, Tokens.support(), Map.of("user", "nobody-at-all"));
        var badKey = known.get(SEARCH, Tokens.support(), Map.of("user", known.username(), "course_id", "nonsense"));
        var unknownRun = known.get(
                SEARCH, Tokens.support(), Map.of("user", known.username(), "course_id", "course-v1:No+Such+Run"));
        var learner = known.get(SEARCH, known.token(), Map.of("user", known.username()));

        // Then
        missing.statusCode(400).body("error_code", equalTo("user_missing"));
        unknown.statusCode(400).body("error_code", equalTo("user_not_found"));
        badKey.statusCode(400).body("error_code", equalTo("invalid_course_key"));
        unknownRun.statusCode(400).body("error_code", equalTo("course_run_not_found"));
        learner.statusCode(403);
    }

    private static String pageOf(Told told) {
        return "/certificates/"
                + Database.current()
                        .value("select verify_uuid from certificate where learner_id = ?", told.learnerId());
    }

    private static void configuration(Told told, int version, boolean active) {
        Database.current().execute("""
                insert into course_configuration (course_key, version, document, has_active, changed_at, changed_by,
                    cause_id)
                values (?, ?, ?::jsonb, ?, now(), 'test', 'test')
                """, told.course(), version, """
                {"certificates": [{"id": 1, "name": "Text", "description": "", "course_title": "", "active": %s, "version": 1,
                                   "signatories": []}], "html_view_overrides": {}}""".formatted(active), active);
    }

    private static Told granted(String word) {
        return new Told(word).inRun().enrolled("verified").passing("0.88", 20);
    }
}
