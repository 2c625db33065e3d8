package org.laurel.completion.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
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
 * Course {1 {vertical u {a}, v {b, d}}, 2 {vertical w {e}, x for cohort 801 only {f}}}. ov1 (cohort 801) has completed all five
 * blocks, ov2 a, b and d, ov3 a, ov4 nothing. Platform times are in January 2025.
 */
@QuarkusTest
class OverviewApiTest {

    private static final String COURSE = "course-v1:OverviewOrg+overview+2026";
    private static final String OVERVIEW = "/api/completion/v1/course/" + COURSE + "/overview";
    private static final String DAYS = "?from=2024-12-31&to=2025-01-03";
    private static final int DAY = 24 * 60;
    private static final Platform PLATFORM = new Platform(COURSE);
    private static final Outline OUTLINE = Outline.of(COURSE)
            .block("course", "c", "ch1", "ch2")
            .block("chapter", "ch1", "u", "v")
            .block("chapter", "ch2", "w", "x")
            .block("vertical", "u", "a")
            .block("vertical", "v", "b", "d")
            .block("vertical", "w", "e")
            .block("vertical", "x", "f")
            .groups("x", "801")
            .blocks("html", "a", "b", "d", "e", "f");

    @BeforeEach
    void learners() {
        if (!"0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            return;
        }
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, PLATFORM.structure(OUTLINE, 1, 0));
            for (int i = 1; i <= 4; i++) {
                Arrival.send(probe, PLATFORM.enrolled("ov" + i, "ov" + i, true, 1));
            }
            Arrival.send(
                    probe,
                    PLATFORM.cohort("ov1", 801, "First", false, true, 2),
                    PLATFORM.cohort("ov4", 802, "Second", false, true, 2),
                    PLATFORM.role("ov4", "beta_testers", false, true, 2));
            complete(probe, "ov1", 2 * DAY, "a", "b", "d", "e", "f");
            complete(probe, "ov2", DAY, "a", "b", "d");
            complete(probe, "ov3", DAY, "a");
        }
    }

    private static void complete(KafkaProbe probe, String learner, int minute, String... blocks) {
        for (String block : blocks) {
            Arrival.send(probe, PLATFORM.completed(learner, OUTLINE.key(block), "1", minute));
        }
    }

    @Test
    void tellsHowFarTheLearnersAre() {
        // When
        ValidatableResponse answer = get(OVERVIEW);

        // Then
        answer.statusCode(200)
                .body("course_key", equalTo(COURSE), "learners", is(4), "started", is(3), "completed", is(1))
                .body("nothing_to_complete", is(0), "told_from", nullValue())
                .body("mean", closeTo((1 + 0.75 + 0.25 + 0) / 4, 1e-12), "behind", is(0))
                .body("distribution", hasSize(12))
                .body("distribution.learners", contains(1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1))
                .body("distribution[3].lower", closeTo(0.2, 1e-12), "distribution[3].upper", closeTo(0.3, 1e-12))
                .body("distribution[0].upper", closeTo(0, 0), "distribution[11].lower", closeTo(1, 0));
    }

    @Test
    void tellsOfEachChapterInCourseOrder() {
        // When
        ValidatableResponse answer = get("/completion-aggregator/v1/course/" + COURSE + "/overview/");

        // Then
        answer.statusCode(200)
                .body("chapters.block_key", contains(OUTLINE.key("ch1"), OUTLINE.key("ch2")))
                .body("chapters.display_name", contains("Block ch1", "Block ch2"))
                .body("chapters.learners", contains(4, 4), "chapters.started", contains(3, 1))
                .body("chapters.completed", contains(2, 1))
                .body("chapters[0].mean", closeTo((1 + 1 + 1 / 3.0) / 4, 1e-12))
                .body("chapters[1].mean", closeTo(0.25, 1e-12));
    }

    @Test
    void tellsWhereLearnersGetStuckOfThoseWhoCanGoOn() {
        // When
        ValidatableResponse answer = get(OVERVIEW);

        // Then
        answer.body("stuck_points.block_key", contains(OUTLINE.key("v"), OUTLINE.key("w")))
                .body("stuck_points.display_name", contains("Block v", "Block w"))
                .body("stuck_points.learners_before", contains(3, 2), "stuck_points.learners_after", contains(2, 1))
                .body("stuck_points[0].drop", closeTo(0.25, 1e-12), "stuck_points[0].lost", closeTo(1, 1e-12));
        get(OVERVIEW + "?limit=1").body("stuck_points.block_key", contains(OUTLINE.key("v")));
    }

    @Test
    void comparesCohorts() {
        // When
        ValidatableResponse answer = get(OVERVIEW);

        // Then
        answer.body("cohorts.id", contains(801, 802), "cohorts.name", contains("First", "Second"))
                .body("cohorts.learners", contains(1, 1))
                .body("cohorts[0].mean", closeTo(1, 0), "cohorts[1].mean", closeTo(0, 0));
    }

    @Test
    void tellsHowThingsWentDayByDay() {
        // When
        ValidatableResponse answer = get(OVERVIEW + DAYS);

        // Then
        answer.body("over_time.date", contains("2024-12-31", "2025-01-01", "2025-01-02", "2025-01-03"))
                .body("over_time.learners", contains(0, 4, 4, 4), "over_time.completed", contains(0, 0, 0, 1))
                .body("over_time[1].mean", closeTo(0, 0), "over_time[2].mean", closeTo(0.25, 1e-12))
                .body("over_time[3].mean", closeTo(0.5, 1e-12));
        get(OVERVIEW).body("over_time", hasSize(30), "over_time[29].learners", is(4));
    }

    @Test
    void tellsOfSelectedLearnersOnly() {
        // When
        ValidatableResponse answer = get(OVERVIEW + DAYS + "&cohorts=801&exclude_roles=beta");

        // Then
        answer.statusCode(200)
                .body("filters.cohorts", contains(801), "filters.exclude_roles", contains("beta_testers"))
                .body("learners", is(1), "chapters.learners", contains(1, 1), "stuck_points", empty())
                .body("cohorts.id", contains(801), "over_time.learners", contains(0, 1, 1, 1));
        get(OVERVIEW + "?exclude_roles=beta").body("learners", is(3), "cohorts.id", contains(801));
        get(OVERVIEW + "?cohorts=803").statusCode(404);
    }

    @Test
    void tellsOfACourseRunOfWhichNothingIsKnown() {
        // When
        ValidatableResponse answer = get("/api/completion/v1/course/course-v1:OverviewOrg+nothing+1/overview");

        // Then
        answer.statusCode(200)
                .body("learners", is(0), "mean", closeTo(0, 0), "chapters", empty(), "stuck_points", empty())
                .body("distribution", hasSize(12), "over_time", hasSize(30), "behind", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=yesterday",
                "?to=2025-02-30",
                "?from=2025-01-02&to=2025-01-01",
                "?from=2024-01-01&to=2025-02-04",
                "?to=-999999999-01-01",
                "?limit=0",
                "?limit=101",
                "?limit=x",
                "?cohorts=x",
                "?exclude_roles=x"
            })
    void refusesWhatCannotBeAnswered(String parameters) {
        // When
        ValidatableResponse answer = get(OVERVIEW + parameters);

        // Then
        answer.statusCode(400);
        get(OVERVIEW + "?from=2024-01-01&to=2025-02-03").statusCode(200).body("over_time", hasSize(400));
    }

    private static ValidatableResponse get(String path) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .get(path)
                .then();
    }
}
