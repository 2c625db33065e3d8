package org.laurel.certificates.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class StatusApiTest {

    private static final String STATUS = "/api/certificates/v1/learners/{u}/courses/{c}/status";

    @Test
    void tellsTheOwnerOfAGrantedCertificate() {
        // Given
        Told granted = new Told("status-granted").inRun().enrolled("verified").passing("0.88", 20);

        // When
        var answer = granted.get(STATUS, granted.token());

        // Then
        answer.statusCode(200)
                .body("status", equalTo("downloadable"))
                .body("status_name", equalTo("Received"))
                .body("mode", equalTo("verified"))
                .body("grade", equalTo("0.88"))
                .body("is_downloadable", equalTo(true))
                .body("is_pdf_certificate", equalTo(false))
                .body("download_url", startsWith("/certificates/"))
                .body("viewable", equalTo(true))
                .body("available_date", equalTo("2026-02-03T04:20:00Z"))
                .body("display_date", equalTo("2026-02-03T04:20:00Z"))
                .body("can_show_certificate_message", equalTo(true))
                .body("message.code", equalTo("available"))
                .body("request_button_visible", equalTo(false))
                .body("invalidated", equalTo(false))
                .body("on_allowlist", equalTo(false))
                .body("certificate_status.download_url", startsWith("/certificates/"))
                .body("certificate_status_2012.status", equalTo("downloadable"))
                .body("certificate_status_2012", not(hasKey("mode")));
    }

    @Test
    void tellsWhenAnEarnedCertificateWillBeAvailable() {
        // Given
        Told waiting = new Told("status-waiting")
                .inRunShowingFrom(Instant.parse("2126-01-01T00:00:00Z"))
                .enrolled("verified")
                .passing("0.88", 20);
        Told without = new Told("status-without", "status-waiting").enrolled("verified");

        // When
        var earned = waiting.get(STATUS, Tokens.support());
        var notEarned = without.get(STATUS, Tokens.service());

        // Then
        earned.body("is_downloadable", equalTo(false))
                .body("earned_but_not_available", equalTo(true))
                .body("certificate_available_date", equalTo("2126-01-01T00:00:00Z"))
                .body("download_url", nullValue())
                .body("message.code", equalTo("available_later"));
        notEarned
                .body("not_earned_but_available_date", equalTo(true))
                .body("status", equalTo("unavailable"))
                .body("mode", equalTo("honor"))
                .body("uuid", nullValue());
    }

    @Test
    void aFailingLearnerWithoutCertificateIsNotPassing() {
        // Given
        Told failing = new Told("status-failing").inRun().enrolled("verified").failing("0.3", 20);

        // When
        var answer = failing.get(STATUS, failing.token());

        // Then
        answer.body("status", equalTo("notpassing"))
                .body("certificate_status.status", equalTo("unavailable"))
                .body("message.code", equalTo("not_passing"));
    }

    @Test
    void anInvalidatedCertificateIsNeitherOfferedNorShown() {
        // Given
        Told invalidated = new Told("status-invalidated")
                .inRun()
                .enrolled("verified")
                .passing("0.88", 20)
                .invalidated(30);

        // When
        var answer = invalidated.get(STATUS, invalidated.token());

        // Then
        answer.body("status", equalTo("unavailable"))
                .body("invalidated", equalTo(true))
                .body("is_downloadable", equalTo(false))
                .body("message.code", equalTo("invalidated"))
                .body("request_button_visible", equalTo(false));
    }

    @Test
    void anAuditCertificateIsAuditing() {
        // Given
        Told audit = new Told("status-audit").inRun().stated(CertificateStatus.DOWNLOADABLE, "audit", "", 20);

        // When
        var answer = audit.get(STATUS, Tokens.staff());

        // Then
        answer.body("status", equalTo("auditing"))
                .body("certificate_status", not(hasKey("download_url")))
                .body("certificate_status_2012.status", equalTo("downloadable"));
    }

    @Test
    void theButtonFollowsTheSwitches() {
        // Given
        Told passed = new Told("status-button").inRun();
        Database.current().execute("""
                insert into run_policy (course_key, occurred_at, automatic_generation, pdf_generation,
                    self_generation_enabled, language_specific_templates_enabled, changed_by, cause_id)
                values (?, ?::timestamptz, false, false, true, false, 'test', 'test')
                """, passed.course(), Told.at(2).toString());
        passed.enrolled("verified").passing("0.9", 20);
        var before = passed.get(STATUS, passed.token());

        // When
        site(true);
        var after = passed.get(STATUS, passed.token());
        site(false);

        // Then
        before.body("self_generation_enabled", equalTo(false)).body("request_button_visible", equalTo(false));
        after.body("self_generation_enabled", equalTo(true))
                .body("request_button_visible", equalTo(true))
                .body("message.code", equalTo("can_be_requested"));
    }

    @Test
    void answersOfUnknownThings() {
        // Given
        Told unknown = new Told("status-nobody");

        // When
        var self = unknown.get(STATUS, unknown.token());
        var staff = unknown.get(STATUS, Tokens.staff());
        var other = unknown.get(STATUS, Tokens.learner("other", "other"));
        var badKey = unknown.get(STATUS.replace("{c}", "nonsense"), unknown.token());

        // Then
        self.statusCode(200).body("status", equalTo("unavailable")).body("viewable", equalTo(false));
        staff.statusCode(404).body("error_code", equalTo("learner_not_found"));
        other.statusCode(403).body("error_code", equalTo("forbidden"));
        badKey.statusCode(400).body("error_code", equalTo("invalid_course_key"));
    }

    private static void site(boolean enabled) {
        Database.current().execute("""
                insert into site_policy (occurred_at, html_certificates, identity_verification_required,
                    honor_certificates_disabled, automatic_generation, self_generation_enabled, custom_templates_enabled,
                    names_follow_profile, mode, changed_by, cause_id)
                values (now(), true, false, false, true, ?, false, false, 'live', 'test', 'test')
                """, enabled);
    }
}
