package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ObservedDecisionsTest {

    private static final String CERTIFICATES = "laurel.certificates";

    @Inject
    Auditorium auditorium;

    @Test
    void nothingIsWrittenOrToldUntilTheCourseRunGoesLiveAndThenExactlyWhatWaits() {
        CourseKey course = auditorium.openAutomatic("observe-live");
        LearnerId granted = auditorium.enroll(course, "observe-a", 1, true).getFirst();
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(1);
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            mode(course, "\"observe\"");
            auditorium.tell(
                    course,
                    granted,
                    new Fact.PassingStatus(Auditorium.order(9, Fact.PassingStatus.KIND), false, new BigDecimal("0.1")));
            auditorium.enroll(course, "observe-b", 2, true);
            auditorium.enroll(course, "observe-c", 1, false);
            observed(course, "")
                    .body("mode", equalTo("observe"))
                    .body("award", equalTo(2), "revoke", equalTo(1), "change", equalTo(0))
                    .body("results.pending", containsInAnyOrder("award", "award", "revoke"));
            observed(course, "?pending=revoke")
                    .body("results.learner_id", contains(granted.value()))
                    .body("results[0].status", equalTo("downloadable"));
            observed(course, "?limit=2").body("results", hasSize(2)).body("next_cursor", notNullValue());
            assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(1);
            assertThat(Auditorium.versions(course)).isEqualTo(1);

            // When
            mode(course, "\"live\"");

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(
                    CERTIFICATES,
                    6,
                    event ->
                            course.value().equals(event.body().get("course_key").asText()));
            assertThat(events)
                    .extracting(ReceivedEvent::key, event -> event.type().replace("org.laurel.course-cert.", ""))
                    .containsExactlyInAnyOrder(
                            tuple(granted.value(), "changed.v1"),
                            tuple(granted.value(), "revoked.v1"),
                            tuple("id-observe-b-10000", "changed.v1"),
                            tuple("id-observe-b-10000", "awarded.v1"),
                            tuple("id-observe-b-10001", "changed.v1"),
                            tuple("id-observe-b-10001", "awarded.v1"));
        }
        await().until(() -> observed(course, "").extract().jsonPath().getInt("award") == 0);
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(2);
        assertThat(Auditorium.certificates(course, "notpassing")).isEqualTo(1);
        assertThat(Auditorium.versions(course)).isEqualTo(4);
        observed(course, "").body("revoke", equalTo(0), "results", hasSize(0), "next_cursor", nullValue());
    }

    @Test
    void listsTheCourseRunsInWhichSomethingWaits() {
        // Given
        CourseKey course = auditorium.openAutomatic("observe-list");
        mode(course, "\"observe\"");
        auditorium.enroll(course, "observe-list", 3, true);

        // When
        ValidatableResponse list = given().auth()
                .oauth2(Tokens.service())
                .get("/api/certificates/v1/observed?limit=1000")
                .then();

        // Then
        list.statusCode(200).body("results.find { it.course_key == '" + course.value() + "' }.award", equalTo(3));
        given().auth()
                .oauth2(Roles.token(course, "instructor"))
                .get("/api/certificates/v1/observed")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Roles.token(course, "staff"))
                .get(Runs.BASE + "observed", course.value())
                .then()
                .statusCode(403);
        observed(course, "?pending=some").statusCode(400);
        mode(course, "null");
    }

    private static ValidatableResponse observed(CourseKey course, String query) {
        return Runs.get(course, "observed" + query);
    }

    private static void mode(CourseKey course, String mode) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/merge-patch+json")
                .body("{\"mode\": %s}".formatted(mode))
                .patch(Runs.BASE + "settings", course.value())
                .then()
                .statusCode(200);
    }
}
