package org.laurel.certificates.legacyimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Files that come again: the last one holds. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepeatedImportTest {

    private static final Instant THEN = Instant.parse("2013-01-01T00:00:00Z");

    @Test
    void anEarlierFileUndoesAWrongOneWhateverTimesItStates() {
        for (String word : new String[] {"same", "later", "earlier"}) {
            // Given
            Instant wrongTime = THEN.plusSeconds(word.equals("same") ? 0 : word.equals("later") ? 86_400 : -86_400);
            String right = row("undone-" + word, "downloadable", THEN);
            String wrong = row("undone-" + word, "unavailable", wrongTime);
            imported(right, "imported");
            imported(wrong, "imported");
            assertThat(certificate("undone-" + word)).containsEntry("status", "unavailable");

            // When
            imported(right, "imported");

            // Then
            assertThat(certificate("undone-" + word))
                    .containsEntry("status", "downloadable")
                    .containsEntry("verify_uuid", Imports.uuid("undone-" + word))
                    .containsEntry("created", "2012-08-01 10:00:00+00")
                    .containsEntry("modified", "2013-01-01 00:00:00+00")
                    .containsEntry("version", 3L);
            imported(right, "unchanged");
            imported(wrong, "imported");
        }
    }

    @Test
    void theImportThatWasStartedLastHoldsWhicheverWasOpenedFirst() {
        // Given
        long opened = given().auth()
                .oauth2(Tokens.staff())
                .post(Imports.PATH)
                .then()
                .extract()
                .jsonPath()
                .getLong("id");
        given().auth()
                .oauth2(Tokens.staff())
                .contentType(Imports.CSV + "; charset=UTF-8")
                .body("learner_id,course_key,status,modified_at\nstarted-last," + course("started-last")
                        + ",error,2012-01-01T00:00:00Z\n")
                .post(Imports.PATH + "/" + opened + "/parts")
                .then()
                .statusCode(200);
        imported(row("started-last", "downloadable", THEN), "imported");

        // When
        given().auth().oauth2(Tokens.staff()).post(Imports.PATH + "/" + opened + "/start");

        // Then
        Imports.ended(opened).body("counts", equalTo(Map.of("imported", 1)));
        assertThat(certificate("started-last"))
                .containsEntry("status", "error")
                .containsEntry("verify_uuid", Imports.uuid("started-last"));
    }

    @Test
    void whatHappenedLaterStillCountsOnTopOfTheLastFile() {
        // Given
        Told told = new Told("undone-story").inRun().enrolled("verified");
        String right =
                Imports.row(told.learnerId(), told.course(), "downloadable", Imports.uuid("undone-s"), Told.at(5));
        String wrong = Imports.row(told.learnerId(), told.course(), "error", Imports.uuid("undone-s"), Told.at(50));
        imported(right, "imported");
        told.failing("0.1", 30);
        imported(wrong, "imported");

        // When
        imported(right, "imported");

        // Then
        assertThat(Database.current().value("select status from certificate where learner_id = ?", told.learnerId()))
                .isEqualTo("notpassing");
    }

    private static void imported(String row, String outcome) {
        Imports.imported(Imports.NDJSON, "", row).body("counts", equalTo(Map.of(outcome, 1)));
    }

    /** Each in a course run of its own: taking many of one run back would be held. */
    private static String course(String learner) {
        return "course-v1:Repeated+" + learner + "+2013";
    }

    private static String row(String learner, String status, Instant modifiedAt) {
        return Imports.row(learner, course(learner), status, Imports.uuid(learner), modifiedAt);
    }

    private static Map<String, Object> certificate(String learner) {
        return Database.current().query("""
                        select *, created_at::text as created, modified_at::text as modified from certificate
                        where learner_id = ? and course_key = ?
                        """, learner, course(learner)).getFirst();
    }
}
