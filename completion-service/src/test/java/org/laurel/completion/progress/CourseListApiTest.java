package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** The lists of course runs: learner list1 is in three of them, of which the first is offered in mobile applications. */
@QuarkusTest
class CourseListApiTest {

    private static final String A = "course-v1:List+a+1";
    private static final String B = "List/b/1";
    private static final String C = "course-v1:List+c+1";
    private static final String NOTHING = "course-v1:List+nothing+1";
    private static final String V0 = "/api/completion/v0/course/";
    private static final String V1 = "/api/completion/v1/course/";
    private static final String OWN = Tokens.learner("list1", "list1");

    @BeforeEach
    void courses() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", A))) {
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                for (String course : List.of(A, B, C)) {
                    Platform platform = new Platform(course);
                    Outline outline = Outline.small(course);
                    Arrival.send(
                            probe,
                            platform.structure(outline, 1, 0),
                            platform.courseRun("Title", "List", course.equals(A), 1, 0),
                            platform.completed("list1", outline.key("a"), "0.5", 1),
                            platform.enrolled("list1", "list1", true, 1));
                }
                Platform last = new Platform(C);
                Platform nothing = new Platform(NOTHING);
                Outline talk = Outline.of(NOTHING).block("course", "c", "t").blocks("discussion", "t");
                Arrival.send(
                        probe,
                        last.enrolled("list2", "list2", true, 1),
                        last.enrolled("list3", "list3", false, 1),
                        nothing.structure(talk, 1, 0),
                        nothing.enrolled("list4", "list4", true, 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/completion", "/completion-aggregator"})
    void listsALearnersCourseRunsInOrder(String base) {
        // When: scenarios 17 and 18, with as many numbers in both versions
        ValidatableResponse v0 = get(OWN, base + "/v0/course/");

        // Then
        v0.statusCode(200)
                .body("count", equalTo(3), "pagination.count", equalTo(3), "num_pages", equalTo(1))
                .body("results.course_key", contains(B, A, C))
                .body("results[0].completion.earned", equalTo(0.5f), "results[0].completion.possible", equalTo(4f))
                .body("results[0].completion.percent", equalTo(0.125f), "results[0].completion.ratio", equalTo(0.125f))
                .body("results[0]", not(hasKey("username")), "results[0]", not(hasKey("mean")));
        get(OWN, base + "/v1/course/?username=list1")
                .body("results", equalTo(v0.extract().path("results")));
    }

    @Test
    void isForTheCallerUnlessStaffNameSomebodyElse() {
        // When: scenarios 33, 34 and 36
        ValidatableResponse other = get(OWN, V0 + "?username=list2");

        // Then
        other.statusCode(403).body("detail", equalTo("You do not have permission to perform this action."));
        get(OWN, V0).statusCode(200);
        get(OWN, V1).statusCode(403);
        get(OWN, V1 + "?username=list2").statusCode(403);
        get(OWN, V1 + "?username=LIST1").statusCode(200).body("count", equalTo(3));
        get(Tokens.staff(), V0 + "?username=list2&requested_fields=username")
                .body("results.course_key", contains(C), "results[0].username", equalTo("list2"));
        get(Tokens.service(), V1 + "?username=list2").body("count", equalTo(1));
        get(Tokens.of("list1", "boss", "staff"), V0).body("count", equalTo(3));
        get(Tokens.of("list1", "boss", "staff"), V1).body("count", equalTo(3));
        get(Tokens.staff(), V0 + "?username=who-dat").statusCode(404).body("detail", equalTo("Not found."));
        get(Tokens.staff(), V1 + "?username=who-dat").statusCode(404);
        get(Tokens.support(), V1 + "?username=list2").statusCode(403);
        given().get(V0).then().statusCode(401);
        given().get(V1).then().statusCode(401);
        get(Tokens.learner("list3", "list3"), V0).statusCode(200).body("count", equalTo(0), "results", empty());
    }

    @Test
    void keepsMobileCourseRunsIfAsked() {
        // When
        ValidatableResponse answer = get(OWN, V0 + "?mobile_only=TRUE");

        // Then
        answer.statusCode(200).body("count", equalTo(1), "results.course_key", contains(A));
        get(OWN, V1 + "?username=list1&mobile_only=true").body("results.course_key", contains(A));
        get(OWN, V1 + "?username=list1&mobile_only=1").body("count", equalTo(3));
        get(OWN, V0 + "?mobile_only=yes").body("count", equalTo(3));
        get(OWN, V0 + "?mobile_only=").body("count", equalTo(3));
        String everybody = V1 + "?all_users=true&mobile_only=true&page=last&course_key=";
        get(Tokens.staff(), everybody + encoded(C))
                .body("results", empty(), "count", equalTo(0), "num_pages", equalTo(1));
        get(Tokens.staff(), everybody + encoded(A)).body("results.course_key", contains(A), "count", equalTo(1));
    }

    @Test
    void canBeRestrictedToACourseRun() {
        // When
        ValidatableResponse answer = get(OWN, V0 + "?course_key=" + encoded(A));

        // Then
        answer.statusCode(200).body("count", equalTo(1), "results.course_key", contains(A));
        get(OWN, V0 + "?course_key=" + B).body("results.course_key", contains(B));
        get(OWN, V1 + "?username=list1&course_key=course-v1:List+none+1")
                .statusCode(200)
                .body("count", equalTo(0));
        get(OWN, V1 + "?username=list1&course_key=nonsense")
                .statusCode(404)
                .body("detail", equalTo("Invalid course key: 'nonsense'."));
    }

    @Test
    void knowsNoListOfACourseRunWithoutAnythingToComplete() {
        // When
        ValidatableResponse answer = get(OWN, V0 + "?course_key=" + encoded(NOTHING));

        // Then
        answer.statusCode(404).body("error_code", equalTo("nothing_to_complete"));
        String its = Tokens.learner("list4", "list4");
        get(its, V0).body("results[0].completion.percent", equalTo(1f));
        // Scenario 43
        get(its, V0 + encoded(NOTHING) + "/")
                .statusCode(200)
                .body("completion.earned", equalTo(0f), "completion.possible", equalTo(0f))
                .body("completion.percent", equalTo(1f));
    }

    @Test
    void listsEverybodyForStaff() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), V1 + "?all_users=true&page_size=100");

        // Then
        List<String> results = answer.statusCode(200)
                .body("count", greaterThanOrEqualTo(4))
                .extract()
                .path("results.collect { it.course_key + ' ' + it.username }");
        assertThat(results)
                .isEqualTo(Database.current()
                        .query(
                                "select course_key || ' ' || username as one from enrollment join learner using (learner_id) "
                                        + "where is_active order by course_key, learner_id limit 100")
                        .stream()
                        .map(row -> String.valueOf(row.get("one")))
                        .toList());
        get(Tokens.service(), V1 + "?all_users=true&course_key=" + encoded(C))
                .body("count", equalTo(2), "results.username", contains("list1", "list2"));
        get(Tokens.staff(), V1 + "?all_users=true&username=list2").body("count", equalTo(1));
        get(Tokens.staff(), V1 + "?all_users=false").body("count", equalTo(0));
        get(OWN, V1 + "?all_users=true").statusCode(403);
        get(OWN, V1 + "?all_users=true&username=list1").statusCode(200).body("count", equalTo(3));
        get(Tokens.staff(), V1 + "?all_users=perhaps").statusCode(400).body("error_code", equalTo("invalid_all_users"));
    }

    @Test
    void pagesByNumberAndByCursor() {
        // When
        ValidatableResponse first = get(OWN, V0 + "?page_size=1");

        // Then
        first.body("results.course_key", contains(B), "num_pages", equalTo(3), "next", containsString("page=2"))
                .body("next_cursor", notNullValue(), "pagination.next_cursor", notNullValue());
        first.body("page", equalTo(1), "current_page", equalTo(1), "pagination.page", equalTo(1));
        get(OWN, V0 + "?page_size=1&page=3")
                .body("page", equalTo(3), "pagination.current_page", equalTo(3))
                .body("results.course_key", contains(C), "next", nullValue(), "next_cursor", nullValue())
                .body("previous", containsString("page=2"));
        get(OWN, V0 + "?page_size=2&page=last").body("results.course_key", contains(C), "current_page", equalTo(2));
        get(OWN, V0 + "?page_size=1&page=4").statusCode(404).body("detail", equalTo("Invalid page."));
        get(OWN, V0 + "?page=99999").statusCode(404);
        get(OWN, V0 + "?page=0").statusCode(404);
        get(OWN, V0 + "?cursor=nonsense").statusCode(400).body("error_code", equalTo("invalid_cursor"));
        get(OWN, V0 + "?cursor=no%20key").statusCode(400);
        get(OWN, V0 + "?cursor=bm9uc2Vuc2U").statusCode(400);
        assertThat(first.extract().<String>path("next_cursor"))
                .as("nothing that a query gives a meaning")
                .matches("[A-Za-z0-9_-]+");
        assertThat(follow(OWN, V0 + "?page_size=1", first.extract().path("next_cursor")))
                .containsExactly(A, C);
    }

    @Test
    void goesOnWhereAListHasGrownSinceItWasCounted() {
        // Given
        Platform late = new Platform("course-v1:Zist+mobile+1");
        String path = V1 + "?all_users=true&mobile_only=true&page_size=1";
        get(Tokens.staff(), path).statusCode(200).body("count", greaterThanOrEqualTo(1));
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, late.courseRun("Late", "Zist", true, 1, 0), late.enrolled("list5", "list5", true, 1));
        }
        int last = Integer.parseInt(String.valueOf(Database.current()
                .value(
                        "select count(*) from enrollment join course_run using (course_key) join learner using (learner_id) "
                                + "where is_active and mobile_available")));

        // When
        ValidatableResponse before = get(Tokens.staff(), path + "&page=" + (last - 1));

        // Then
        before.statusCode(200)
                .body("count", greaterThanOrEqualTo(last), "num_pages", greaterThanOrEqualTo(last))
                .body("next", containsString("page=" + last));
        get(Tokens.staff(), path + "&page=" + last)
                .statusCode(200)
                .body("results.username", contains("list5"), "count", equalTo(last), "next", nullValue())
                .body("num_pages", equalTo(last), "next_cursor", nullValue());
        get(Tokens.staff(), path + "&page=last")
                .body("results.username", contains("list5"), "page", equalTo(last), "next", nullValue());
        get(Tokens.staff(), path + "&page=" + (last + 1)).statusCode(404);
    }

    /** The course keys of all pages after a cursor, by their {@code next}. */
    private static List<String> follow(String token, String path, String cursor) {
        ValidatableResponse page = given().auth()
                .oauth2(token)
                .queryParam("cursor", cursor)
                .get(path)
                .then();
        List<String> found = new ArrayList<>();
        while (true) {
            page.statusCode(200).body("count", equalTo(3), "current_page", nullValue(), "previous", nullValue());
            found.addAll(page.extract().path("results.course_key"));
            String next = page.extract().path("next");
            if (next == null) {
                return found;
            }
            URI address = URI.create(next);
            page = given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(token)
                    .get(address.getRawPath() + "?" + address.getRawQuery())
                    .then();
        }
    }

    private static String encoded(String courseKey) {
        return courseKey.replace("+", "%2B");
    }

    private static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path).then();
    }
}
