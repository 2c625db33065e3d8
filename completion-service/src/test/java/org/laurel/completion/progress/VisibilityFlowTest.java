package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ReleaseSweep;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** What learners can reach follows what other services and platforms tell of them, in rows and on reading. */
@QuarkusTest
class VisibilityFlowTest {

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.completions");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void showsWhatIsForOneEnrollmentModeToItsLearnersOnly() {
        // Given
        Outline outline = Outline.small("course-v1:Org+vmode+1").groups("d", "Verified");
        Platform platform = platform(outline);
        send(platform.enrolledIn("audit", "vm1", "vm1", true, 1));
        possible("vm1", platform, 3);

        // When
        send(platform.enrolledIn("verified", "vm1", "vm1", true, 2));

        // Then
        possible("vm1", platform, 4);
        stored("vm1", platform, "4");
    }

    /** Scenario 56: the learner alone is counted again. */
    @Test
    void showsWhatIsForACohortByItsNumberOrNameWhileTheLearnerIsInIt() {
        // Given
        Outline outline =
                Outline.small("course-v1:Org+vcohort+1").groups("a", "77").groups("b", "NIGHT shift");
        Platform platform = platform(outline);
        send(platform.enrolled("vc1", "vc1", true, 1), platform.completed("vc1", outline.key("a"), "1", 2));
        possible("vc1", platform, 2);
        earned("vc1", platform, 0);

        // When
        send(platform.cohort("vc1", 77, "Night Shift", false, true, 3));

        // Then
        possible("vc1", platform, 4);
        earned("vc1", platform, 1);
        send(platform.cohort("vc1", 77, "Night Shift", false, false, 4));
        possible("vc1", platform, 2);
        earned("vc1", platform, 0);
        assertThat(rows("vc1", platform)).isZero();
    }

    @Test
    void showsEverythingToCourseStaffOfTheRunAndOfTheOrganisation() {
        // Given
        Instant later = Instant.parse("2999-01-01T00:00:00Z");
        Outline outline = Outline.small("course-v1:VOrg+vstaff+1")
                .staffOnly("a")
                .groups("b", "nobody")
                .release("ch2", later);
        Platform platform = platform(outline);
        send(platform.enrolled("vs1", "vs1", true, 1));
        possible("vs1", platform, 0);

        // When
        send(platform.role("vs1", "instructor", true, true, 2));

        // Then
        possible("vs1", platform, 4);
        send(platform.role("vs1", "instructor", true, false, 3), platform.role("vs1", "beta_testers", false, true, 3));
        possible("vs1", platform, 0);
        send(platform.role("vs1", "limited_staff", false, true, 4));
        possible("vs1", platform, 4);
    }

    @Test
    void countsOnlyWhatALibraryChoseForTheLearner() {
        // Given
        Outline outline = Outline.of("course-v1:Org+vlib+1")
                .block("course", "c", "ch")
                .block("chapter", "ch", "lib", "h")
                .block("library_content", "lib", "p1", "p2", "p3")
                .blocks("html", "p1", "p2", "p3", "h");
        Platform platform = platform(outline);
        send(platform.enrolled("vl1", "vl1", true, 1), platform.completed("vl1", outline.key("p3"), "1", 2));
        possible("vl1", platform, 4);

        // When
        send(platform.assigned("vl1", outline.key("lib"), List.of(outline.key("p1"), outline.key("p2")), 5));

        // Then
        possible("vl1", platform, 3);
        earned("vl1", platform, 0);
        send(platform.assigned("vl1", outline.key("lib"), List.of(outline.key("p1"), outline.key("p3")), 4));
        possible("vl1", platform, 3);
        earned("vl1", platform, 0);
        send(
                platform.completed("vl1", outline.key("p1"), "0.5", 6),
                platform.completed("vl1", outline.key("p3"), "0.9", 7));
        earned("vl1", platform, 0.5f);
    }

    @Test
    void releasesABlockWhenItsTimeComesAndTellsItAsOfThatTime() {
        // Given
        Instant now = CDI.current().select(Clock.class).get().instant();
        Instant past = Platform.at(30);
        Outline outline = Outline.small("course-v1:Org+vrelease+1").release("ch2", now.plusSeconds(86_400));
        Platform platform = platform(outline);
        send(platform.enrolled("vr1", "vr1", true, 1), platform.completed("vr1", outline.key("a"), "1", 2));
        possible("vr1", platform, 2);

        // When
        List<String> chapters = List.of(outline.key("ch1"), outline.key("ch2"), outline.key("e"));
        send(platform.assigned("vr1", outline.key("c"), chapters, Map.of(outline.key("ch2"), past), 40));

        // Then
        possible("vr1", platform, 4);
        ReceivedEvent told = probe.awaitEvents("laurel.completions", 3, event -> "vr1".equals(event.key()))
                .getLast();
        assertThat(told.body().path("possible").asInt()).isEqualTo(4);
        assertThat(told.body().path("block_key").asText()).isEqualTo(outline.key("c"));
    }

    @Test
    void bringsRowsUpInTheBackgroundWhenAReleaseHasComeWithoutAFact() {
        // Given
        Outline outline = Outline.small("course-v1:Org+vsweep+1").release("ch2", Platform.at(30));
        Platform platform = platform(outline);
        send(platform.enrolled("vw1", "vw1", true, 1));
        Database.current()
                .execute(
                        "update course_progress set possible = 2, release_step = 0, release_due_at = ? where learner_id = 'vw1'",
                        OffsetDateTime.parse(Platform.at(30).toString()));
        possible("vw1", platform, 4);
        stored("vw1", platform, "2");

        // When
        CDI.current().select(ReleaseSweep.class).get().sweep();

        // Then
        Arrival.awaitJobs();
        stored("vw1", platform, "4");
    }

    @Test
    void countsOptionalBlocksBesideTheTotal() {
        // Given
        Outline outline = Outline.small("course-v1:Org+voptional+1").optional("ch2");
        Platform platform = platform(outline);

        // When
        send(
                platform.enrolled("vo1", "vo1", true, 1),
                platform.completed("vo1", outline.key("a"), "1", 2),
                platform.completed("vo1", outline.key("d"), "0.5", 3));

        // Then
        possible("vo1", platform, 2);
        earned("vo1", platform, 1);
        assertThat(
                        Database.current()
                                .value(
                                        "select optional_earned || '/' || optional_possible from course_progress where learner_id = 'vo1'"))
                .isEqualTo("500000000/2");
    }

    private Platform platform(Outline outline) {
        Platform platform = new Platform(outline.courseKey().value());
        send(platform.structure(outline, 1, 0));
        return platform;
    }

    private void send(PlatformEvent... events) {
        for (PlatformEvent event : events) {
            Arrival.send(probe, event);
        }
    }

    private static void possible(String learner, Platform platform, int possible) {
        get(learner, platform).body("completion.possible", equalTo((float) possible));
    }

    private static void earned(String learner, Platform platform, float earned) {
        get(learner, platform).body("completion.earned", equalTo(earned));
    }

    private static ValidatableResponse get(String learner, Platform platform) {
        return given().auth()
                .oauth2(Tokens.learner(learner, learner))
                .get("/api/completion/v0/course/{course}/", platform.course())
                .then()
                .statusCode(200);
    }

    private static void stored(String learner, Platform platform, String possible) {
        assertThat(Database.current()
                        .value(
                                "select possible from course_progress where learner_id = ? and course_key = ?",
                                learner,
                                platform.course()))
                .isEqualTo(possible);
    }

    private static long rows(String learner, Platform platform) {
        return Long.parseLong(Database.current()
                .value(
                        "select count(*) from block_progress where learner_id = ? and course_key = ?",
                        learner,
                        platform.course()));
    }
}
