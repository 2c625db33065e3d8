package org.laurel.certificates.issuance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Facts about learners and course runs that reach certificates from other topics, and what explanations say of them. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReactionsTest {

    private static final String EXPLAIN = "/api/certificates/v1/learners/{u}/courses/{c}/eligibility";
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.certificates", "laurel.certificate-dates");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void barsALearnerFromCertificatesAndAllowsThemAgain() {
        // Given
        Story story = granted(new Story("barred"));

        // When
        probe.send(story.preferences(false, 1, 30));
        awaitStatus(story, "restricted");
        probe.send(story.preferences(true, 2, 40));
        awaitStatus(story, "downloadable");

        // Then
        assertThat(told(story, 6)).containsExactly("changed", "awarded", "changed", "revoked", "changed", "awarded");
    }

    @Test
    void takesTheVerifiedNameAtTheGrant() {
        Story story = new Story("verified-name");

        tell(story.courseRun(), story.preferences(true, "Augusta Ada King", 1, 5), story.enrolled("verified", 1, 10));
        probe.send(story.passing(true, "0.9", 20));

        awaitStatus(story, "downloadable");
        assertThat(Database.current().value("select name from certificate where learner_id = ?", story.learnerId()))
                .isEqualTo("Augusta Ada King");
    }

    @Test
    void invalidatesForARejectedExamAndSaysSo() {
        Story story = granted(new Story("exam"));

        probe.send(story.examRejected(30));

        awaitStatus(story, "unavailable");
        explain(story, "")
                .body("certificate.reason", equalTo("exam_event"))
                .body("history.fact", hasItem("exam attempt rejected"))
                .body("outcome", equalTo("eligible"));
    }

    @Test
    void grantsNothingToABetaTester() {
        Story story = new Story("beta");

        tell(story.courseRun(), story.role("beta_testers", true, 1, 5), story.enrolled("verified", 1, 10));
        probe.send(story.passing(true, "0.9", 20));
        awaitStanding(story, "passing and beta_tester");

        explain(story, "").body("would_change.rule", contains("not_a_beta_tester"));
    }

    @Test
    void keepsAnIdentityThatIsKnownBeforeTheCourseRun() {
        Story story = new Story("identity-first");

        tell(story.identity("approved", 1), story.courseRun(), story.enrolled("verified", 1, 10));
        probe.send(story.passing(true, "0.9", 20));

        awaitStatus(story, "downloadable");
        explain(story, "").body("facts.identity_verified", equalTo(true));
    }

    @Test
    void tellsWhenTheDatesOfACourseRunChange() {
        Story story = granted(new Story("dates"));

        probe.send(story.courseRunShowingFrom(2, 40, 500));

        ReceivedEvent changed = probe.awaitEvent(
                "laurel.certificate-dates", event -> story.course().equals(event.key()));
        assertThat(changed.text()).contains("end_with_date");
        await().until(() -> "2026-02-03T12:20:00Z".equals(availableAt(story)));
    }

    @Test
    void explainsAPastTimeFromTodaysFactsAndFromWhatWasKnownThen() {
        // Given
        Story story = granted(new Story("as-of"));
        Instant beforeFailing = Instant.now();
        probe.send(story.passing(false, "0.2", 30));
        awaitStatus(story, "notpassing");

        // Then
        explain(story, "?as_of=" + Story.at(25)).body("certificate.status", equalTo("downloadable"));
        explain(story, "?as_of=" + Story.at(15))
                .body("certificate", nullValue())
                .body("would_change.rule", hasItem("passing_grade"));
        explain(story, "?known_at=" + beforeFailing)
                .body("certificate.status", equalTo("downloadable"))
                .body("facts.passing", equalTo(true));
        explain(story, "?known_at=2020-01-01T00:00:00Z").body("certificate", nullValue());
        explain(story, "").body("certificate.status", equalTo("notpassing"));
    }

    @Test
    void saysWhatWouldHappenAndStoresNothing() {
        // Given
        Story story = new Story("what-if");
        tell(story.courseRun(), story.enrolled("audit", 1, 10));
        probe.send(story.passing(true, "0.9", 20));
        awaitStanding(story, "passing");
        Object facts = facts(story);

        // Then
        whatIf(story, "{\"mode\": \"verified\"}")
                .statusCode(200)
                .body("changes", equalTo(true))
                .body("before", nullValue())
                .body("after.certificate.status", equalTo("downloadable"));
        whatIf(story, "{\"mode\": \"verified\", \"identity_verification_required\": true}")
                .body("after.certificate.status", equalTo("unverified"));
        whatIf(story, "{\"mode\": \"verified\", \"allow_certificate\": false}")
                .body("after.certificate.status", equalTo("restricted"));
        whatIf(story, "{}").body("changes", equalTo(false));
        whatIf(story, "{\"grade\": 7}").statusCode(400).body("violations.field", hasItem("grade"));
        assertThat(facts(story)).isEqualTo(facts);
        assertThat(Database.current().query("select 1 from certificate where learner_id = ?", story.learnerId()))
                .isEmpty();
    }

    @Test
    void refusesTimesThatDoNotParseAndWhatIfByLearners() {
        Story story = granted(new Story("bad-time"));

        given().auth()
                .oauth2(Tokens.staff())
                .get(path(story) + "?as_of=yesterday")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_time"));
        given().auth()
                .oauth2(Tokens.learner(story.learnerId(), story.username()))
                .contentType("application/json")
                .body("{}")
                .post(path(story) + "/what-if")
                .then()
                .statusCode(403);
    }

    private Story granted(Story story) {
        tell(story.courseRun(), story.enrolled("verified", 1, 10));
        probe.send(story.passing(true, "0.88", 20));
        awaitStatus(story, "downloadable");
        return story;
    }

    /** All of them are known afterwards: they come by several topics, in any order. */
    private void tell(PlatformEvent... events) {
        probe.sendAll(List.of(events));
        for (PlatformEvent event : events) {
            await().until(() -> !Database.current()
                    .query("select 1 from inbox where event_id = ?", event.id())
                    .isEmpty());
        }
    }

    private List<String> told(Story story, int count) {
        return probe.awaitEvents("laurel.certificates", count, story::isAbout).stream()
                .map(event -> String.valueOf(event.type()).replaceAll(".*course-cert\\.(\\w+)\\.v1", "$1"))
                .toList();
    }

    private static void awaitStatus(Story story, String status) {
        await().until(() -> !Database.current()
                .query("select 1 from certificate where learner_id = ? and status = ?", story.learnerId(), status)
                .isEmpty());
    }

    private static void awaitStanding(Story story, String condition) {
        await().until(() -> !Database.current()
                .query("select 1 from standing where learner_id = ? and " + condition, story.learnerId())
                .isEmpty());
    }

    private static String availableAt(Story story) {
        return String.valueOf(Database.current()
                .value(
                        "select to_char(available_at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                + " from certificate where learner_id = ?",
                        story.learnerId()));
    }

    private static ValidatableResponse explain(Story story, String query) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get(path(story) + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse whatIf(Story story, String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(path(story) + "/what-if")
                .then();
    }

    private static Object facts(Story story) {
        return Database.current()
                .query("select * from standing_fact where learner_id = ? order by event_id", story.learnerId());
    }

    private static String path(Story story) {
        return EXPLAIN.replace("{u}", story.username()).replace("{c}", story.course());
    }
}
