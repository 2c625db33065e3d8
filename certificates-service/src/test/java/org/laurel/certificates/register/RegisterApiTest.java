package org.laurel.certificates.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.lookup.Told;
import org.laurel.certificates.role.RoleEvents;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RegisterApiTest {

    private static final String LIST = "/api/certificates/v1/certificates";
    private static final String RUN = "/api/certificates/v1/course-runs/{c}/certificates";

    @Test
    void findsCertificatesOfALearnerByCourseRunAndLeavesOutWhatIsNotThere() {
        // Given
        Told one = granted("reg-two", "reg-two-a");
        Told two = granted("reg-two", "reg-two-b");
        new Told("reg-two", "reg-two-c").inRun().enrolled("audit");

        // When
        var some = list(Map.of(
                "username", one.username(), "course_key", List.of(one.course(), "course-v1:Org+reg-two-c+2026")));
        var all = list(Map.of("learner_id", one.learnerId()));
        var ids = one.get(LIST + "/course-ids", Tokens.service(), Map.of("username", one.username()));

        // Then
        some.body("results.course_key", contains(one.course()))
                .body("results[0].username", equalTo(one.username()))
                .body("results[0].status", equalTo("downloadable"))
                .body("results[0].status_name", equalTo("Received"))
                .body("results[0].is_passing", equalTo(true))
                .body("results[0].name", equalTo("Ada reg-two"))
                .body("results[0].version", equalTo(1))
                .body("next_cursor", nullValue());
        all.body("results.course_key", contains(one.course(), two.course()));
        ids.body("course_ids", contains(one.course(), two.course()));
    }

    @Test
    void narrowsByStatusAndScope() {
        // Given
        Told audit =
                new Told("reg-scope-a", "reg-scope").inRun().stated(CertificateStatus.AUDIT_PASSING, "audit", "", 1);
        Told known = granted("reg-scope-b", "reg-scope");
        Told gone = new Told("reg-scope-c", "reg-scope-gone").stated(CertificateStatus.ERROR, "honor", "", 1);
        Map<String, ?> runs = Map.of("course_key", List.of(known.course(), gone.course()));

        // When
        var all = list(runs);
        var eligible = list(with(runs, "scope", "eligible"));
        var available = list(with(runs, "scope", "available"));
        var byStatus = list(with(runs, "status", List.of("error", "audit_passing")));
        var ids = gone.get(
                LIST + "/course-ids", Tokens.staff(), Map.of("learner_id", gone.learnerId(), "scope", "available"));

        // Then
        all.body("results.learner_id", contains(audit.learnerId(), known.learnerId(), gone.learnerId()));
        eligible.body("results.learner_id", contains(known.learnerId(), gone.learnerId()));
        available.body("results.learner_id", contains(known.learnerId()));
        byStatus.body("results.learner_id", contains(audit.learnerId(), gone.learnerId()));
        ids.body("course_ids", empty());
    }

    @Test
    void pagesMeetEveryCertificateOnceAlsoByPost() {
        // Given
        List<Told> all = IntStream.range(0, 7)
                .mapToObj(i -> granted("reg-page-" + i, "reg-page"))
                .toList();
        List<String> met = new ArrayList<>();
        String cursor = "";

        // When
        while (cursor != null) {
            ValidatableResponse page =
                    list(Map.of("course_key", all.getFirst().course(), "limit", 3, "cursor", cursor));
            met.addAll(page.extract().path("results.learner_id"));
            cursor = page.extract().path("next_cursor");
        }

        // Then
        assertThat(met)
                .containsExactlyElementsOf(all.stream().map(Told::learnerId).toList());
        given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "learner_ids",
                        met,
                        "course_keys",
                        List.of(all.getFirst().course()),
                        "limit",
                        5))
                .post(LIST + "/query")
                .then()
                .statusCode(200)
                .body("results", hasSize(5))
                .body("next_cursor", not(nullValue()));
    }

    @Test
    void countsByStatus() {
        // Given
        Told granted = granted("reg-count-a", "reg-count");
        granted("reg-count-b", "reg-count");
        new Told("reg-count-c", "reg-count").stated(CertificateStatus.NOTPASSING, "verified", "", 20);

        // When
        var statistics = granted.get(RUN + "/statistics", Tokens.service());
        var flat = granted.get(LIST + "/statuses", Tokens.staff(), Map.of("course_key", granted.course()));
        var counts = granted.get(LIST + "/status-counts", Tokens.staff(), Map.of("course_key", granted.course()));
        var everywhere = granted.get(LIST + "/statuses", Tokens.staff());

        // Then
        statistics
                .statusCode(200)
                .body("total", equalTo(3))
                .body("statistics.find { it.status == 'downloadable' }.count", equalTo(2))
                .body("statistics.find { it.status == 'notpassing' }.name", equalTo("Not Received"));
        flat.body("", contains("downloadable", "notpassing"));
        counts.body(
                "", contains(Map.of("status", "downloadable", "count", 2), Map.of("status", "notpassing", "count", 1)));
        everywhere.body("", hasItems("downloadable"));
    }

    @Test
    void reportsEligibleDeliveredAndType() {
        // Given
        Told granted = granted("reg-report-a", "reg-report");
        Told honor = new Told("reg-report-b", "reg-report").enrolled("honor");
        Told listed = new Told("reg-report-c", "reg-report").allowlisted(20);

        // When
        var first = granted.get(RUN + "/grade-report", Tokens.service(), Map.of("limit", 2));
        var second = granted.get(
                RUN + "/grade-report",
                Tokens.service(),
                Map.of("cursor", first.extract().path("next_cursor")));
        var some = granted.get(RUN + "/grade-report", Tokens.staff(), Map.of("learner_id", honor.learnerId()));
        var unknown = new Told("reg-no-run").get(RUN + "/grade-report", Tokens.staff());

        // Then
        first.body("results.learner_id", contains(granted.learnerId(), honor.learnerId()))
                .body(
                        "results[0]",
                        equalTo(Map.of(
                                "learner_id", granted.learnerId(),
                                "username", granted.username(),
                                "eligible", "Y",
                                "delivered", "Y",
                                "type", "verified")))
                .body("results[1].eligible", equalTo("N"))
                .body("results[1].type", equalTo("N/A"));
        second.body("results.learner_id", contains(listed.learnerId()))
                .body("results[0].eligible", equalTo("Y"))
                .body("results[0].delivered", equalTo("N"))
                .body("results[0].username", nullValue());
        some.body("results.username", containsInAnyOrder(honor.username()));
        unknown.statusCode(404).body("error_code", equalTo("course_run_not_found"));
    }

    @Test
    void refusesWhatDoesNotParse() {
        // When
        var answers = Map.of(
                "invalid_course_key", list(Map.of("course_key", "nonsense")),
                "invalid_learner_id", list(Map.of("learner_id", "a b")),
                "unknown_status", list(Map.of("status", "lost")),
                "invalid_scope", list(Map.of("scope", "some")),
                "invalid_cursor", list(Map.of("cursor", "%%")),
                "invalid_limit", list(Map.of("limit", 0)),
                "learner_missing", new Told("x").get(LIST + "/course-ids", Tokens.staff()));

        // Then
        answers.forEach((code, answer) -> answer.statusCode(400).body("error_code", equalTo(code)));
        list(Map.of("username", "nobody-at-all")).statusCode(404);
        list(Map.of("limit", "many")).statusCode(400);
    }

    @Test
    void onlyStaffAndServicesLookUpAndResearchersSeeTheirRun() {
        // Given
        Told granted = granted("reg-access");
        String stranger = Tokens.learner("stranger", "stranger");
        RoleEvents researcher = new RoleEvents("reg-researcher");
        Database.current()
                .execute(
                        "insert into course_role values (?, 'data_researcher', ?, '', true, 1, now())",
                        researcher.id(),
                        granted.course());

        // When
        var list = granted.get(LIST, stranger);
        var own = granted.get(LIST, granted.token(), Map.of("learner_id", granted.learnerId()));
        var statistics = granted.get(RUN + "/statistics", stranger);
        var report = granted.get(RUN + "/grade-report", granted.token());

        // Then
        List.of(list, own, statistics, report).forEach(answer -> answer.statusCode(403));
        granted.get(RUN + "/statistics", researcher.token()).statusCode(200);
        new Told("reg-unknown")
                .get(RUN + "/statistics", Tokens.service())
                .statusCode(404)
                .body("error_code", equalTo("course_run_not_found"));
        granted.get(RUN + "/grade-report", researcher.token()).statusCode(200);
        granted.get(LIST, researcher.token()).statusCode(403);
    }

    private static Told granted(String word) {
        return granted(word, word);
    }

    private static Told granted(String word, String run) {
        return new Told(word, run).inRun().enrolled("verified").passing("0.88", 20);
    }

    private static ValidatableResponse list(Map<String, ?> query) {
        return new Told("any").get(LIST, Tokens.service(), query);
    }

    private static Map<String, ?> with(Map<String, ?> query, String name, Object value) {
        Map<String, Object> more = new HashMap<>(query);
        more.put(name, value);
        return more;
    }
}
