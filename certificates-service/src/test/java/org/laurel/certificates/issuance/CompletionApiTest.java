package org.laurel.certificates.issuance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.certificates.generation.db.CandidateQuery;
import org.laurel.certificates.generation.db.CandidateQuery.Scope;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.app.CompletionRecording;
import org.laurel.certificates.issuance.app.CompletionRecording.Progress;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What people are told about completion: why there is a certificate, why there is none yet, and what would help. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionApiTest {

    private static final String EXPLAIN = "/api/certificates/v1/learners/{u}/courses/{c}/eligibility";
    private static final String STATUS = "/api/certificates/v1/learners/{u}/courses/{c}/status";

    private static final Cause CAUSE = Cause.of("test", "completion");

    @Inject
    Auditorium auditorium;

    @Inject
    RunPolicySetting policies;

    @Inject
    CompletionRecording recording;

    @Inject
    CandidateQuery candidates;

    @Test
    void explainTellsHowMuchIsMissingAndWhatHelps() {
        // Given
        CourseKey course = auditorium.openAutomatic("completion-explain");
        threshold(course, "0.8", true, false);
        LearnerId learner =
                auditorium.enroll(course, "completion-explain", 1, true).getFirst();
        completed(course, learner, "0.63", 1, 5);

        // When
        ValidatableResponse answer = get(EXPLAIN, learner, course);

        // Then
        answer.statusCode(200)
                .body("outcome", equalTo("not_eligible"), "certificate", nullValue())
                .body("facts.completion", equalTo(0.63f), "facts.completion_threshold", equalTo(0.8f))
                .body("facts.completion_requires_passing", equalTo(true))
                .body("trace.find { it.rule == 'completion' }.verdict", equalTo("fail"))
                .body(
                        "trace.find { it.rule == 'completion' }.detail",
                        containsString("63 % of the course run, of which 80 %"))
                .body("would_change.rule", contains("completion"))
                .body("would_change[0].change", containsString("80 %"))
                .body("history.fact", hasItem("completed 63 %"));
        whatIf(learner, course, "{\"completion\": 0.8}")
                .body("changes", equalTo(true), "after.outcome", equalTo("granted"));
        whatIf(learner, course, "{\"completion\": 0.79}").body("changes", equalTo(false));
        whatIf(learner, course, "{\"completion_threshold\": 0.6}").body("after.outcome", equalTo("granted"));
        whatIf(learner, course, "{\"completion_threshold\": 0}", 400);
        whatIf(learner, course, "{\"completion\": 1.1}", 400);
    }

    @Test
    void explainTellsWhyACertificateStandsBelowTheThreshold() {
        // Given
        CourseKey course = auditorium.openAutomatic("completion-fallen");
        threshold(course, "0.8", false, false);
        LearnerId learner =
                auditorium.enroll(course, "completion-fallen", 1, false).getFirst();
        completed(course, learner, "0.9", 1, 5);

        // When
        completed(course, learner, "0.4", 2, 6);

        // Then
        get(EXPLAIN, learner, course)
                .body("outcome", equalTo("granted"), "certificate.reason", equalTo("passed"))
                .body("facts.completion", equalTo(0.4f), "would_change", empty())
                .body("trace.find { it.rule == 'passing_grade' }.detail", containsString("completion alone"))
                .body("history.find { it.fact == 'completed 40 %' }.why", containsString("takes nothing back"))
                .body("history.find { it.fact == 'completed 40 %' }.status", equalTo("downloadable"));
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("as_of", "2026-02-03T04:04:00Z")
                .get(EXPLAIN, name(learner), course.value())
                .then()
                .body("outcome", equalTo("not_eligible"), "facts.completion", nullValue());
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("as_of", "2026-02-03T04:05:30Z")
                .get(EXPLAIN, name(learner), course.value())
                .then()
                .body("outcome", equalTo("granted"), "facts.completion", equalTo(0.9f));
    }

    @Test
    void explainTellsOfCompletionThatPlaysNoPart() {
        // Given
        CourseKey course = auditorium.openAutomatic("completion-no-part");
        LearnerId learner =
                auditorium.enroll(course, "completion-no-part", 1, false).getFirst();
        completed(course, learner, "0.9", 1, 5);

        // When
        ValidatableResponse answer = get(EXPLAIN, learner, course);

        // Then
        answer.body("facts.completion", equalTo(0.9f), "facts.completion_threshold", nullValue())
                .body("trace.rule", not(hasItem("completion")))
                .body("would_change.rule", contains("passing_grade"));
        whatIf(learner, course, "{\"completion_threshold\": 0.9, \"completion_requires_passing\": false}")
                .body("after.outcome", equalTo("granted"));
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/learners/{u}/data", name(learner))
                .then()
                .statusCode(200)
                .body("data.completions.completion", contains(0.9f));
    }

    @Test
    void theStatusPageSaysWhatIsMissing() {
        // Given
        CourseKey course = auditorium.openAutomatic("completion-status");
        threshold(course, "0.8", false, true);
        List<LearnerId> learners = auditorium.enroll(course, "completion-status", 2, false);
        completed(course, learners.getFirst(), "0.5", 1, 5);
        completed(course, learners.getLast(), "0.9", 1, 5);

        // When
        ValidatableResponse missing = get(STATUS, learners.getFirst(), course);

        // Then
        missing.statusCode(200)
                .body("status", equalTo("unavailable"), "message.code", equalTo("not_completed"))
                .body("can_show_certificate_message", equalTo(false));
        get(STATUS, learners.getLast(), course)
                .body("status", equalTo("downloadable"), "message.code", equalTo("available"));
    }

    @Test
    void aRunOfThoseWhoPassTakesOnThoseWhoHaveEarnedItHere() {
        // Given
        CourseKey course = auditorium.open("completion-run");
        threshold(course, "0.8", false, false);
        List<LearnerId> learners = auditorium.enroll(course, "completion-run", 3, false);
        completed(course, learners.get(0), "0.8", 1, 5);
        completed(course, learners.get(1), "0.7", 1, 5);
        String preview = "/api/certificates/v1/course-runs/{c}/generation-runs/preview";

        // When
        ValidatableResponse alone = post(preview, course);

        // Then
        alone.statusCode(200)
                .body("learners.learner_id", contains(learners.getFirst().value()));
        threshold(course, "0.7", true, false);
        post(preview, course).body("total", equalTo(0));
    }

    @Test
    void aRunOfThoseWhoPassSeesWhatWasKeptBeforeTheFirstThreshold() {
        // Given
        CourseKey course = auditorium.open("completion-first");
        List<LearnerId> learners = auditorium.enroll(course, "completion-first", 2, false);
        completed(course, learners.get(0), "0.9", 1, 5);
        completed(course, learners.get(1), "0.7", 1, 5);
        Scope passing = new Scope(course, new Selector(null, null, 0, List.of(), true), null, null);

        // When: in the transaction of the threshold, which no job has folded yet
        List<LearnerId> found = QuarkusTransaction.requiringNew().call(() -> {
            threshold(course, "0.8", false, false);
            return candidates.next(passing, "", 10);
        });

        // Then
        assertThat(found).containsExactly(learners.getFirst());
    }

    private void threshold(CourseKey course, String threshold, boolean requiresPassing, boolean ask) {
        policies.apply(List.of(
                RunPolicyChange.ofCompletion(
                        course,
                        Auditorium.START,
                        new CompletionRule.Change(new BigDecimal(threshold), requiresPassing),
                        Set.of(),
                        CAUSE),
                RunPolicyChange.ofSelfGeneration(course, ask, Auditorium.START, CAUSE)));
    }

    private void completed(CourseKey course, LearnerId learner, String percent, int version, int minute) {
        FactOrder order = new FactOrder(
                Auditorium.START.plusSeconds(60L * minute),
                version,
                Fact.Progressed.KIND,
                "/completion",
                "c" + version);
        recording.apply(List.of(new Progress(
                new CaseKey(learner, course), new Fact.Progressed(order, new BigDecimal(percent)), CAUSE)));
    }

    private static String name(LearnerId learner) {
        return learner.value().replace("id-", "user-");
    }

    private static ValidatableResponse get(String path, LearnerId learner, CourseKey course) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get(path, name(learner), course.value())
                .then();
    }

    private static ValidatableResponse whatIf(LearnerId learner, CourseKey course, String body) {
        return whatIf(learner, course, body, 200);
    }

    private static ValidatableResponse whatIf(LearnerId learner, CourseKey course, String body, int status) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(EXPLAIN + "/what-if", name(learner), course.value())
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse post(String path, CourseKey course) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"passing_only\": true}")
                .post(path, course.value())
                .then();
    }
}
