package org.laurel.certificates.instructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class InvalidationViewTest {

    private static final String PATH = "/courses/{c}/instructor/api/certificate_invalidation_view/";

    @Test
    void invalidatesACertificate() {
        // Given
        Classroom room = Classroom.open("iv-once").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer =
                post(room, "{\"user\": \"%s\", \"notes\": \"copied\"}".formatted(room.email("ada")));

        // Then
        answer.statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("", aMapWithSize(5))
                .body("user", equalTo(room.username("ada")), "invalidated_by", equalTo("staff"))
                .body("created", matchesPattern("[A-Z][a-z]+ [0-3][0-9], 20[0-9]{2}"), "notes", equalTo("copied"));
        assertThat(room.status("ada")).isEqualTo("unavailable");
    }

    @Test
    void revalidatesUnderTheSamePublicId() {
        // Given
        Classroom room = Classroom.open("iv-back").enrolled("ada").passed("ada");
        String publicId = room.certificate("ada", "verify_uuid");
        String body = "{\"user\": \"%s\"}".formatted(room.username("ada"));
        post(room, body).statusCode(200);

        // When
        ValidatableResponse answer = delete(room, body);

        // Then
        answer.statusCode(204);
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(room.certificate("ada", "verify_uuid")).isEqualTo(publicId);
        assertThat(room.rows("certificate_invalidation", "and not active")).isEqualTo(1);
    }

    @Test
    void refusesWithAMessage() {
        // Given
        Classroom room = Classroom.open("iv-refused")
                .enrolled("ada", "none", "listed", "deleted")
                .passed("ada", "deleted");
        room.asStaff()
                .body("{\"user_name\": \"%s\"}".formatted(room.username("listed")))
                .post("/courses/{c}/instructor/api/certificate_exception_view/")
                .then()
                .statusCode(200);
        post(room, "{\"user\": \"%s\"}".formatted(room.username("ada"))).statusCode(200);
        room.asStaff()
                .post("/api/certificates/v1/learners/{u}/courses/{c}/certificate:delete", room.username("deleted"))
                .then()
                .statusCode(200);

        // Then
        refused(post(room, "{}"), "Enter the username");
        refused(post(room, "{\"user\": \" \"}"), "Enter the username");
        refused(post(room, "no json"), "Enter the username");
        refused(post(room, "{\"user\": \"iv-nobody\"}"), "iv-nobody does not exist");
        refused(post(room, "{\"user\": \"%s\"}".formatted(room.username("none"))), "has no certificate");
        refused(post(room, "{\"user\": \"%s\"}".formatted(room.username("listed"))), "on the allowlist");
        refused(post(room, "{\"user\": \"%s\"}".formatted(room.username("ada"))), "invalidated already");
        refused(post(room, "{\"user\": \"%s\"}".formatted(room.username("deleted"))), "is not granted");
    }

    @Test
    void refusesToTakeBackWhatIsNotThere() {
        // Given
        Classroom room = Classroom.open("iv-nothing").enrolled("ada", "none").passed("ada");

        // Then
        refused(delete(room, "{}"), "Enter the username");
        refused(delete(room, "{\"user\": \"iv-nobody\"}"), "does not exist");
        refused(delete(room, "{\"user\": \"%s\"}".formatted(room.username("none"))), "has no certificate");
        refused(delete(room, "{\"user\": \"%s\"}".formatted(room.username("ada"))), "is not invalidated");
    }

    @Test
    void onlyCourseAdministratorsMay() {
        // Given
        Classroom room = Classroom.open("iv-access").enrolled("ada").passed("ada");
        String body = "{\"user\": \"%s\"}".formatted(room.username("ada"));

        // Then
        for (String token : new String[] {
            room.tokenOf("staff"), Tokens.support(), Tokens.service(), Tokens.learner(room.id("ada"), "ada")
        }) {
            room.as(token).body(body).post(PATH).then().statusCode(403);
            room.as(token).body(body).delete(PATH).then().statusCode(403);
        }
        assertThat(room.status("ada")).isEqualTo("downloadable");
        room.as(room.tokenOf("instructor")).body(body).post(PATH).then().statusCode(200);
    }

    @Test
    void keysThatAreNoneAndUnknownRunsAreNotFound() {
        Classroom unknown = new Classroom("iv-unknown");

        post(unknown, "{}").statusCode(404);
        delete(unknown, "{}").statusCode(404);
        unknown.asStaff()
                .pathParam("c", "nonsense")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(404);
    }

    @Test
    void refusesNotesThatAreTooLong() {
        // Given
        Classroom room = Classroom.open("iv-long").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer =
                post(room, "{\"user\": \"%s\", \"notes\": \"%s\"}".formatted(room.username("ada"), "x".repeat(1_001)));

        // Then
        refused(answer, "The notes about " + room.username("ada") + " have more than 1,000 characters. Shorten them.");
    }

    private static void refused(ValidatableResponse answer, String message) {
        answer.statusCode(400)
                .contentType("application/json")
                .body("", aMapWithSize(1), "message", containsString(message));
    }

    private static ValidatableResponse post(Classroom room, String body) {
        return room.asStaff()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse delete(Classroom room, String body) {
        return room.asStaff()
                .contentType("application/json")
                .body(body)
                .delete(PATH)
                .then();
    }
}
