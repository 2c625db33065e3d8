package org.laurel.certificates.issuance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateApiTest {

    private static final String DETAIL = "/api/certificates/v0/certificates/{u}/courses/{c}/";
    private static final String LIST = "/api/certificates/v0/certificates/{u}/";
    private static final String EXPLAIN = "/api/certificates/v1/learners/{u}/courses/{c}/eligibility";

    private final Story granted = new Story("api-granted");
    private final Story audit = new Story("api-audit");
    private final Story switchedOff = new Story("api-off");

    @BeforeAll
    void tellStories() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            probe.send(granted.courseRun());
            probe.send(granted.enrolled("verified", 1, 10));
            probe.send(granted.passing(true, "0.88", 20));
            probe.send(switchedOff.courseRun());
            probe.send(switchedOff.enrolled("verified", 1, 10));
            probe.send(switchedOff.passing(true, "0.88", 20));
            probe.awaitEvents("laurel.certificates", 2, switchedOff::isAbout);
            probe.awaitEvents("laurel.certificates", 2, granted::isAbout);
            List.of(
                            probe.send(audit.courseRun()),
                            probe.send(audit.passing(true, "0.88", 5)),
                            probe.send(audit.enrolled("audit", 1, 10)),
                            probe.send(switchedOff.courseRun(2, 30, false)),
                            probe.send(switchedOff.passing(true, "0.89", 40)))
                    .forEach(CertificateApiTest::awaitTaken);
        }
    }

    @Test
    void showsTheCertificateToItsOwnerIgnoringCase() {
        String token = Tokens.learner(granted.learnerId(), granted.username().toUpperCase(java.util.Locale.ROOT));

        get(DETAIL, granted, token)
                .statusCode(200)
                .body("username", equalTo(granted.username()))
                .body("course_id", equalTo(granted.course()))
                .body("certificate_type", equalTo("verified"))
                .body("created_date", equalTo("2026-02-03T04:20:00Z"))
                .body("is_passing", equalTo(true))
                .body("download_url", startsWith("/certificates/"))
                .body("grade", equalTo("0.88"));
    }

    @Test
    void hidesTheCertificateFromOtherLearners() {
        String other = Tokens.learner("other", "other");

        get(DETAIL, granted, other).statusCode(403).body("error_code", equalTo("forbidden"));
        get(LIST, granted, other).statusCode(403);
        get(EXPLAIN, granted, other).statusCode(403);
    }

    @Test
    void namesTheReasonWhenThereIsNothing() {
        get(DETAIL, audit, Tokens.staff()).statusCode(404).body("error_code", equalTo("no_certificate_for_user"));
        get(DETAIL, switchedOff, Tokens.staff())
                .statusCode(404)
                .body("error_code", equalTo("no_certificate_configuration_for_course"));
        given().auth()
                .oauth2(Tokens.staff())
                .get(DETAIL, granted.username(), "nonsense")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("error_code", equalTo("course_id_not_valid"));
    }

    @Test
    void listsEarnedCertificatesThatShow() {
        get(LIST, granted, Tokens.staff())
                .statusCode(200)
                .body("course_id", contains(granted.course()))
                .body("[0].course_display_name", equalTo("Course api-granted"))
                .body("[0].course_organization", equalTo("Org"))
                .body("[0].modified_date", equalTo("2026-02-03T04:20:00Z"));
        get(LIST, audit, Tokens.staff()).statusCode(200).body("", empty());
        get(LIST, new Story("nobody"), Tokens.staff()).statusCode(200).body("", empty());
    }

    @Test
    void explainsAGrant() {
        get(EXPLAIN, granted, Tokens.learner(granted.learnerId(), granted.username()))
                .statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("certificate.status", equalTo("downloadable"))
                .body("trace.verdict", not(hasItem("fail")))
                .body("would_change", empty())
                .body(
                        "history.fact.take(3)",
                        contains("course run settings, version 1", "enrolled in verified", "passing"))
                .body("history[-1].status", equalTo("downloadable"));
    }

    @Test
    void explainsWhyThereIsNoCertificate() {
        get(EXPLAIN, audit, Tokens.staff())
                .statusCode(200)
                .body("outcome", equalTo("not_eligible"))
                .body("certificate", nullValue())
                .body("facts.mode", equalTo("audit"))
                .body("trace.find { it.rule == 'eligible_mode' }.verdict", equalTo("fail"))
                .body("would_change.rule", contains("eligible_mode"));
    }

    @Test
    void refusesKeysThatDoNotParseAndUnknownLearners() {
        given().auth()
                .oauth2(Tokens.staff())
                .get(EXPLAIN, granted.username(), "nonsense")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
        get(EXPLAIN, new Story("nobody"), Tokens.staff()).statusCode(404);
    }

    @Test
    void takesOldStyleKeysUnencoded() {
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/learners/" + granted.username() + "/courses/Org/Course/Run/eligibility")
                .then()
                .statusCode(200)
                .body("facts.course_key", equalTo("Org/Course/Run"), "facts.course_run_known", equalTo(false));
    }

    private static void awaitTaken(String eventId) {
        await().until(() -> !Database.current()
                .query("select 1 from inbox where event_id = ?", eventId)
                .isEmpty());
    }

    private static ValidatableResponse get(String path, Story story, String token) {
        return given().auth()
                .oauth2(token)
                .get(path.replace("{u}", story.username()).replace("{c}", story.course()))
                .then();
    }
}
