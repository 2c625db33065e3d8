package org.laurel.certificates.dateoverride;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class DateOverrideApiTest {

    private static final String PATH = "/api/certificates/v1/learners/{u}/courses/{c}/date-override";

    @Test
    void othersHearOfASettingAndOfTakingItBack() {
        // Given
        Classroom room = Classroom.open("do-told").enrolled("ada").passed("ada");

        // When
        List<ReceivedEvent> told;
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            put(room, "ada", "2025-06-01", "wrong date").statusCode(200);
            room.asStaff().delete(PATH, room.username("ada")).then().statusCode(204);
            told = probe.awaitEvents(
                    "laurel.certificates", 2, event -> room.id("ada").equals(event.key()));
        }

        // Then
        assertThat(told)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.type()).isEqualTo("org.laurel.course-cert.changed.v1"));
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(room.certificate("ada", "date_override")).isNull();
    }

    @Test
    void aSetDateIsKeptWithReasonAndAuthor() {
        // Given
        Classroom room = Classroom.open("do-kept").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer = put(room, "ada", "2025-06-01", "wrong date");

        // Then
        answer.statusCode(200)
                .body("username", equalTo(room.username("ada")), "course_key", equalTo(room.course()))
                .body("date", equalTo("2025-06-01T00:00:00Z"), "reason", equalTo("wrong date"))
                .body("overridden_by", equalTo("staff"));
        room.asStaff()
                .get(PATH, room.username("ada"))
                .then()
                .statusCode(200)
                .body("date", equalTo("2025-06-01T00:00:00Z"));
        assertThat(room.certificate("ada", "date_override")).startsWith("2025-06-01");
    }

    @Test
    void aTimeWithAnOffsetIsTakenAsItIs() {
        Classroom room = Classroom.open("do-time").enrolled("ada").passed("ada");

        put(room, "ada", "2025-06-01T02:00:00+02:00", "r")
                .statusCode(200)
                .body("date", equalTo("2025-06-01T00:00:00Z"));
    }

    @Test
    void anotherReasonChangesTheRowOnlyAndTheSameAgainNothing() {
        // Given
        Classroom room = Classroom.open("do-same").enrolled("ada").passed("ada");
        put(room, "ada", "2025-06-01", "first").statusCode(200);

        // When
        put(room, "ada", "2025-06-01", "second").statusCode(200);
        put(room, "ada", "2025-06-01", "second").statusCode(200);

        // Then
        assertThat(room.rows("certificate_date_override_history", "")).isEqualTo(2);
        assertThat(room.certificate("ada", "version")).isEqualTo("2");
    }

    @Test
    void aDateThatIsTakenBackStaysInTheHistory() {
        // Given
        Classroom room = Classroom.open("do-history").enrolled("ada").passed("ada");
        put(room, "ada", "2025-06-01", "r").statusCode(200);

        // When
        room.as(Tokens.service()).delete(PATH, room.username("ada")).then().statusCode(204);

        // Then
        assertThat(room.rows("certificate_date_override", "")).isZero();
        assertThat(Database.current()
                        .value(
                                "select changed_by from certificate_date_override_history"
                                        + " where course_key = ? and history_operation = '-'",
                                room.course()))
                .isEqualTo("service");
        room.asStaff()
                .delete(PATH, room.username("ada"))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("no_date_override"));
        room.asStaff().get(PATH, room.username("ada")).then().statusCode(404);
    }

    @Test
    void withoutACertificateThereIsNoDateToSet() {
        Classroom room = Classroom.open("do-none").enrolled("ada");

        put(room, "ada", "2025-06-01", "r").statusCode(404).body("error_code", equalTo("no_certificate_for_user"));
        put(room, "nobody", "2025-06-01", "r").statusCode(404).body("error_code", equalTo("learner_not_found"));
    }

    @Test
    void refusesWhatIsNoDate() {
        Classroom room = Classroom.open("do-bad").enrolled("ada").passed("ada");

        for (String date :
                new String[] {"yesterday", "2025-02-30", "1850-01-01", "2025-06-01T00:00:00", "+99999-01-01"}) {
            put(room, "ada", date, "r").statusCode(400).body("error_code", equalTo("invalid_date"));
        }
        put(room, "ada", " ", "r").statusCode(400);
        assertThat(room.rows("certificate_date_override", "")).isZero();
    }

    @Test
    void refusesWithoutReasonAndKeysThatAreNone() {
        Classroom room = Classroom.open("do-reason").enrolled("ada").passed("ada");

        put(room, "ada", "2025-06-01", " ").statusCode(400);
        room.asStaff()
                .pathParam("c", "nonsense")
                .get(PATH, room.username("ada"))
                .then()
                .statusCode(400);
    }

    @Test
    void onlyGlobalStaffAndServiceClientsMay() {
        Classroom room = Classroom.open("do-access").enrolled("ada").passed("ada");

        for (String token : new String[] {
            room.tokenOf("instructor"), Tokens.support(), Tokens.learner(room.id("ada"), room.username("ada"))
        }) {
            room.as(token).get(PATH, room.username("ada")).then().statusCode(403);
            room.as(token).delete(PATH, room.username("ada")).then().statusCode(403);
            room.as(token)
                    .contentType("application/json")
                    .body("{\"date\": \"2025-06-01\", \"reason\": \"r\"}")
                    .put(PATH, room.username("ada"))
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse put(Classroom room, String who, String date, String reason) {
        return room.asStaff()
                .contentType("application/json")
                .body("{\"date\": \"%s\", \"reason\": \"%s\"}".formatted(date, reason))
                .put(PATH, room.username(who))
                .then();
    }
}
