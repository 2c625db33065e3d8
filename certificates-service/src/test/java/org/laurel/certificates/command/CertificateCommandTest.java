package org.laurel.certificates.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificateCommandTest {

    private static final String PATH = "/api/certificates/v1/learners/{u}/courses/{c}/certificate:";

    @Test
    void deletesAndAddsAgainUnderTheSamePublicId() {
        // Given
        Classroom room = Classroom.open("co-again").enrolled("ada").passed("ada");
        String publicId = room.certificate("ada", "verify_uuid");

        // When
        ValidatableResponse deleted = command(room, "delete", "ada");
        ValidatableResponse added = command(room, "add", "ada");

        // Then
        deleted.statusCode(200)
                .body("outcome", equalTo("changed"), "certificate.status", equalTo("deleted"))
                .body("certificate.reason", equalTo("deletion"));
        added.statusCode(200)
                .body("outcome", equalTo("changed"), "certificate.status", equalTo("downloadable"))
                .body("certificate.verify_uuid", equalTo(publicId))
                .body("trace.verdict", not(hasItem("fail")));
    }

    @Test
    void addTellsWhichRuleIsInTheWay() {
        // Given
        Classroom room = Classroom.open("co-refused").enrolled("ada");

        // When
        ValidatableResponse answer = command(room, "add", "ada");

        // Then
        answer.statusCode(200)
                .body("outcome", equalTo("unchanged"), "certificate", nullValue())
                .body("trace.find { it.rule == 'passing_grade' }.verdict", equalTo("fail"));
        assertThat(room.status("ada")).isNull();
    }

    @Test
    void commandsFromOtherStatusesChangeNothing() {
        // Given
        Classroom room = Classroom.open("co-other").enrolled("ada");

        // Then
        command(room, "regenerate", "ada")
                .statusCode(200)
                .body("outcome", equalTo("unchanged"), "trace", empty(), "why", not(empty()));
        command(room, "delete", "ada").statusCode(200).body("outcome", equalTo("unchanged"));
    }

    @Test
    void regeneratingWhatIsUpToDateChangesNothing() {
        // Given
        Classroom room = Classroom.open("co-fresh").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer = command(room, "regenerate", "ada");

        // Then
        answer.statusCode(200).body("outcome", equalTo("unchanged"), "certificate.status", equalTo("downloadable"));
        assertThat(room.certificate("ada", "version")).isEqualTo("1");
    }

    @Test
    void refusesUnknownCommandsLearnersAndRuns() {
        Classroom room = Classroom.open("co-unknown").enrolled("ada");

        command(room, "erase", "ada").statusCode(404).body("error_code", equalTo("unknown_command"));
        command(room, "add", "nobody").statusCode(404).body("error_code", equalTo("learner_not_found"));
        room.asStaff()
                .pathParam("c", "nonsense")
                .post(PATH + "add", room.username("ada"))
                .then()
                .statusCode(400);
        room.asStaff()
                .pathParam("c", "course-v1:Staff+co-nowhere+2026")
                .post(PATH + "add", room.username("ada"))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("course_run_not_found"));
    }

    @Test
    void onlyGlobalStaffAndServiceClientsMay() {
        Classroom room = Classroom.open("co-access").enrolled("ada").passed("ada");

        for (String token : new String[] {
            room.tokenOf("instructor"), Tokens.support(), Tokens.learner(room.id("ada"), room.username("ada"))
        }) {
            room.as(token).post(PATH + "delete", room.username("ada")).then().statusCode(403);
        }
        assertThat(room.status("ada")).isEqualTo("downloadable");
        room.as(Tokens.service())
                .post(PATH + "delete", room.username("ada"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse command(Classroom room, String verb, String who) {
        return room.asStaff().post(PATH + verb, room.username(who)).then();
    }
}
