package org.laurel.enrollment.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.enrollment.importing.Imports.CSV;
import static org.laurel.enrollment.importing.Imports.imported;
import static org.laurel.enrollment.importing.Imports.rows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Enrollments and course runs from files. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentImportTest {

    private static final String ENROLLMENTS = "?kind=enrollments";
    private static final String HEADER = "learner_id,username,email,course_key,mode,is_active,created,occurred_at\n";

    private final Scene scene = new Scene();
    private final Database database = Database.current();

    @Test
    void findsLearnersByIdUsernameOrEmailAndKeepsWhenTheyEnrolled() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");
            scene.register("ada");
            scene.register("bob");
            scene.register("eve");
            String csv = HEADER
                    + "%s,,,%s,verified,true,2012-03-05T12:00:00Z,2014-01-01T00:00:00Z\n"
                            .formatted(scene.id("ada"), scene.course())
                    + ",%s,%s,%s,,,2012-03-05 12:00:00,\n"
                            .formatted(
                                    scene.username("bob").toUpperCase(Locale.ROOT), scene.email("eve"), scene.course())
                    + ",,%s,%s,audit,false,,2013-01-01T00:00:00Z\n".formatted(scene.email("eve"), scene.course());

            // When
            var report = imported(CSV, ENROLLMENTS, csv);

            // Then
            report.body("counts", equalTo(Map.of("created", 3)));
            assertThat(shown("ada")).isEqualTo("verified true 2012-03-05 12:00:00+00 2014-01-01 00:00:00+00");
            assertThat(shown("bob")).startsWith("audit true 2012-03-05 12:00:00+00 20");
            assertThat(shown("eve")).isEqualTo("audit false 2013-01-01 00:00:00+00 2013-01-01 00:00:00+00");
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1)
                            .getFirst()
                            .body()
                            .path("occurred_at")
                            .textValue())
                    .isEqualTo("2014-01-01T00:00:00Z");
        }
    }

    @Test
    void doesNothingWithTheSameFileAgainAndLosesAgainstWhatCameLater() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.register("bob");
        String csv = HEADER
                + "%s,,,%s,verified,true,,2014-01-01T00:00:00Z\n".formatted(scene.id("ada"), scene.course())
                + "%s,,,%s,verified,true,,\n".formatted(scene.id("bob"), scene.course());
        imported(CSV, ENROLLMENTS, csv).body("counts", equalTo(Map.of("created", 2)));
        scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);

        // When
        var report = imported(CSV, ENROLLMENTS, csv);

        // Then
        report.body("counts", equalTo(Map.of("unchanged", 2)));
        assertThat(shown("ada")).startsWith("verified false");
        assertThat(scene.row("bob")).containsEntry("version", 1L);
    }

    @Test
    void heedsNeitherWindowNorSeatsNorExpiredModes() {
        // Given
        scene.putCourse("""
                {"invitation_only": true, "max_enrollments": 0, "enrollment_end": "2001-01-01T00:00:00Z"}""").statusCode(201);
        scene.putModes("[{\"slug\": \"verified\", \"expiration_datetime\": \"2001-01-01T00:00:00Z\"}]")
                .statusCode(200);
        scene.register("ada");

        // When
        var report =
                imported(CSV, ENROLLMENTS, HEADER + "%s,,,%s,verified,,,\n".formatted(scene.id("ada"), scene.course()));

        // Then
        report.body("counts", equalTo(Map.of("created", 1)));
    }

    @Test
    void refusesRowsOneByOneAndSaysWhy() {
        // Given
        scene.open("audit");
        scene.register("ada");
        String course = scene.course();
        String csv = HEADER
                + "unknown-id,,,%s,,,,\n".formatted(course)
                + ",unknown-name,,%s,,,,\n".formatted(course)
                + ",,unknown@example.org,%s,,,,\n".formatted(course)
                + "%s,,,course-v1:Un+Known+Run,,,,\n".formatted(scene.id("ada"))
                + "%s,,,%s,verified,,,\n".formatted(scene.id("ada"), course)
                + "%s,,,no key,,,,\n".formatted(scene.id("ada"))
                + ",,,%s,,,,\n".formatted(course)
                + "%s,,,%s,a mode,,,\n".formatted(scene.id("ada"), course)
                + "a b,,,%s,,,,\n".formatted(course)
                + "%s,,\n".formatted(scene.id("ada"))
                + "%s,,,%s,,,2999-01-01,\n".formatted(scene.id("ada"), course)
                + "%s,,,%s,,,,\n".formatted(scene.id("ada"), course);

        // When
        var report = imported(CSV, ENROLLMENTS, csv);

        // Then
        report.body("counts", equalTo(Map.of("created", 1)));
        rows(report, "?refused=true")
                .body(
                        "results.code",
                        contains(
                                "learner_unknown",
                                "learner_unknown",
                                "learner_unknown",
                                "course_unknown",
                                "mode_not_offered",
                                "bad_course_key",
                                "missing_learner",
                                "bad_mode",
                                "bad_learner_id",
                                "wrong_number_of_columns",
                                "future_date"));
        assertThat(database.query("select 1 from pending_enrollment where learner_id = 'unknown-id'"))
                .as("an import does not wait")
                .isEmpty();
    }

    @Test
    void takesCourseRunsAndLeavesAloneWhatRowsDoNotSay() {
        // Given
        scene.putCourse("{\"display_name\": \"Old\", \"certificates_display_behavior\": \"early_no_info\"}")
                .statusCode(201);
        String csv = """
                course_key,display_name,start,end,max_enrollments
                %s,New,2026-01-01,2026-06-30T23:59:59Z,30
                %s+other,Other,,,
                nonsense,,,,
                %s,,,,-1
                """.formatted(scene.course(), scene.course().replace("+R1", ""), scene.course());

        // When
        var report = imported(CSV, "?kind=course_runs", csv);

        // Then
        report.body("counts", equalTo(Map.of("updated", 1, "created", 1)))
                .body("refused", equalTo(Map.of("bad_course_key", 1, "bad_number", 1)));
        Scene.get(Tokens.staff(), "/course-runs/" + scene.course().replace("+", "%2B"))
                .body("display_name", equalTo("New"), "start", equalTo("2026-01-01T00:00:00Z"))
                .body("max_enrollments", equalTo(30), "certificates_display_behavior", equalTo("early_no_info"));
    }

    private String shown(String name) {
        return String.valueOf(database.value("""
                select concat_ws(' ', mode, is_active::text, created_at at time zone 'UTC' || '+00',
                                 occurred_at at time zone 'UTC' || '+00')
                from enrollment where learner_id = ? and course_key = ?
                """, scene.id(name), scene.course()));
    }
}
