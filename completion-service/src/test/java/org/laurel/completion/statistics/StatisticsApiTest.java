package org.laurel.completion.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

/**
 * Four of four blocks completed by st1 (cohort 701), two by st2 (cohort 702, beta tester), one by st3 (both cohorts), none by
 * st4 (limited staff of the organisation). st5, who completed all, is enrolled no more.
 */
@QuarkusTest
class StatisticsApiTest {

    private static final String COURSE = "course-v1:StatsOrg+stats+2026";
    private static final String STATS = "/api/completion/v1/stats/" + COURSE + "/";
    private static final Outline OUTLINE =
            Outline.of(COURSE).block("course", "c", "a", "b", "d", "e").blocks("html", "a", "b", "d", "e");
    private static final Platform PLATFORM = new Platform(COURSE);

    @BeforeEach
    void learners() {
        if (!"0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            return;
        }
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, PLATFORM.structure(OUTLINE, 1, 0));
            for (int i = 1; i <= 5; i++) {
                Arrival.send(probe, PLATFORM.enrolled("st" + i, "st" + i, true, 1));
            }
            complete(probe, "st1", "a", "b", "d", "e");
            complete(probe, "st2", "a", "b");
            complete(probe, "st3", "a");
            complete(probe, "st5", "a", "b", "d", "e");
            Arrival.send(
                    probe,
                    PLATFORM.enrolled("st5", "st5", false, 2),
                    PLATFORM.cohort("st1", 701, "One", false, true, 1),
                    PLATFORM.cohort("st2", 702, "Two", false, true, 1),
                    PLATFORM.cohort("st3", 701, "One", false, true, 1),
                    PLATFORM.cohort("st3", 702, "Two", false, true, 1),
                    PLATFORM.role("st2", "beta_testers", false, true, 1),
                    PLATFORM.role("st4", "limited_staff", true, true, 1),
                    PLATFORM.role("team", "data_researcher", true, true, 1),
                    PLATFORM.role("beta", "beta_testers", false, true, 1),
                    new Platform("course-v1:StatsOrg+stats+other").cohort("st1", 703, "Three", false, true, 1));
        }
    }

    private static void complete(KafkaProbe probe, String learner, String... blocks) {
        for (String block : blocks) {
            Arrival.send(probe, PLATFORM.completed(learner, OUTLINE.key(block), "1", 2));
        }
    }

    @Test
    void givesTheAverageOfAllWhoAreEnrolled() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS);

        // Then
        answer.statusCode(200)
                .body("results", hasSize(1), "results[0].course_key", equalTo(COURSE))
                .body("filters.cohorts", empty(), "filters.exclude_roles", empty())
                .body("results[0].mean_completion.earned", equalTo(1.75f))
                .body("results[0].mean_completion.possible", equalTo(4f))
                .body("results[0].mean_completion.percent", equalTo(0.4375f), "results[0]", not(hasKey("mean")))
                .body("results[0].behind", equalTo(0));
        get(Tokens.staff(), "/completion-aggregator/v1/stats/" + COURSE + "/")
                .statusCode(200)
                .body("results[0].mean_completion.earned", equalTo(1.75f));
    }

    @Test
    void selectsTheLearnersOfACohort() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS + "?cohorts=701");

        // Then
        answer.statusCode(200)
                .body("filters.cohorts", contains(701), "results[0].mean_completion.earned", equalTo(2.5f));
        get(Tokens.staff(), STATS + "?cohorts=702").body("results[0].mean_completion.earned", equalTo(1.5f));
    }

    @Test
    void selectsOnceWhoBelongsToSeveralCohorts() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS + "?cohorts=702,,701");

        // Then
        answer.statusCode(200)
                .body("filters.cohorts", contains(701, 702))
                .body("results[0].mean_completion.earned", equalTo(Float.valueOf(7f / 3)));
    }

    @Test
    void leavesOutWhoHasARoleInTheCourseRunOrItsOrganisation() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS + "?exclude_roles=staff,beta");

        // Then
        answer.statusCode(200)
                .body("filters.exclude_roles", contains("beta_testers", "limited_staff", "staff"))
                .body("results[0].mean_completion.earned", equalTo(2.5f));
        get(Tokens.staff(), STATS + "?exclude_roles=beta_testers&cohorts=702")
                .body("results[0].mean_completion.earned", equalTo(1f));
        get(Tokens.staff(), STATS + "?exclude_roles=instructor")
                .body("results[0].mean_completion.earned", equalTo(1.75f));
    }

    @Test
    void addsTheMeanOfThePercentsOfWhoHasNoRole() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS + "?requested_fields=mean&cohorts=702");

        // Then
        answer.statusCode(200).body("results[0].mean", equalTo(0.625f));
    }

    /** Scenario 61. */
    @Test
    void givesNothingForNobody() {
        // When
        ValidatableResponse answer =
                get(Tokens.staff(), STATS + "?cohorts=702&exclude_roles=beta,staff&requested_fields=mean");

        // Then
        answer.statusCode(200);
        get(Tokens.staff(), "/api/completion/v1/stats/course-v1:StatsOrg+nobody+1/?requested_fields=mean")
                .statusCode(200)
                .body("results[0].mean_completion.earned", equalTo(0f))
                .body("results[0].mean_completion.possible", equalTo(0f))
                .body("results[0].mean_completion.percent", equalTo(0f), "results[0].mean", equalTo(0f));
    }

    @Test
    void doesNotKnowWhatIsPossibleBeforeTheStructureIsKnown() {
        // Given
        String bare = "course-v1:StatsOrg+bare+1";
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, new Platform(bare).enrolled("stbare", "stbare", true, 1));
        }

        // When
        ValidatableResponse answer = get(Tokens.staff(), "/api/completion/v1/stats/" + bare);

        // Then
        answer.statusCode(200)
                .body("results[0].mean_completion", hasKey("possible"))
                .body("results[0].mean_completion.possible", nullValue())
                .body("results[0].mean_completion.percent", equalTo(0f));
    }

    /** Scenario 62, the cohorts of it. */
    @Test
    void refusesWhatIsNoCohort() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS + "?cohorts=701,abc");

        // Then
        answer.statusCode(400).body("detail", equalTo("could not parse cohort_filter='abc' as an integer"));
        get(Tokens.staff(), STATS + "?cohorts=99999999999999999999").statusCode(400);
        get(Tokens.staff(), STATS + "?cohorts=704").statusCode(404).body("error_code", equalTo("cohort_not_found"));
        get(Tokens.staff(), STATS + "?cohorts=701,703").statusCode(404);
    }

    @Test
    void refusesWhatIsNoRoleAndNoField() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), STATS + "?exclude_roles=teacher");

        // Then
        answer.statusCode(400).body("error_code", equalTo("unknown_role"));
        get(Tokens.staff(), STATS + "?requested_fields=mean,chapter")
                .statusCode(400)
                .body("detail", equalTo("Invalid requested_fields value(s): {'chapter'}"));
        get(Tokens.staff(), "/api/completion/v1/stats/nonsense/").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"st1", "beta"})
    void isNotForLearnersNorForTestersOfTheCourse(String person) {
        // When
        ValidatableResponse answer = get(Tokens.learner(person, person), STATS);

        // Then
        answer.statusCode(403);
        get(Tokens.learner(person, person), "/api/completion/v1/course/" + COURSE + "/overview")
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "st4"})
    void isForTheTeamOfTheCourseRunOrItsOrganisation(String person) {
        // When
        ValidatableResponse answer = get(Tokens.learner(person, person), STATS);

        // Then
        answer.statusCode(200);
        get(Tokens.learner(person, person), "/api/completion/v1/course/" + COURSE + "/overview")
                .statusCode(200);
        get(Tokens.learner(person, person), "/api/completion/v1/stats/course-v1:Elsewhere+stats+2026/")
                .statusCode(403);
    }

    @Test
    void isForServiceClients() {
        // When
        ValidatableResponse answer = get(Tokens.service(), STATS);

        // Then
        answer.statusCode(200);
    }

    private static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path).then();
    }
}
