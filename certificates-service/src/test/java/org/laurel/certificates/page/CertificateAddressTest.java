package org.laurel.certificates.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** Where a certificate is found, as others are told, and what is there. Source: section 5, certificate URL. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificateAddressTest {

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.certificates");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void nobodyIsToldOfAPageWhereWebCertificatesHaveBeenSwitchedOff() {
        // Given
        Story story = new Story("address-off");
        Pages.grant(probe, story);
        record(story).body("results[0].download_url", equalTo(Pages.path(story)));

        // When
        probe.send(story.courseRun(2, 30, false));
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ? and version = 2", story.course())
                .isEmpty());

        // Then
        record(story).body("results[0].is_earned", equalTo(true), "results[0].download_url", nullValue());
        given().get(Pages.path(story)).then().statusCode(404);
        Pages.staff()
                .body(Map.of("date", "2025-06-01", "reason", "told again"))
                .put(Pages.API + "/learners/" + story.username() + "/courses/" + story.course() + "/date-override")
                .then()
                .statusCode(200);
        var event = probe.awaitEvent(
                "laurel.certificates",
                told -> story.isAbout(told) && String.valueOf(told.text()).contains("2025-06-01"));
        assertThat(String.valueOf(event.text()).replace(" ", "")).contains("\"download_url\":null");
    }

    @Test
    void whereCertificatesAreFilesOnlyTheFileIsToldAndItsPageShowsToWhoeverChecksIt() {
        // Given
        Story story = new Story("address-file");
        probe.send(story.courseRun(1, 0, false));
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ?", story.course())
                .isEmpty());
        Pages.files(story);

        // When
        Pages.grant(probe, story);

        // Then
        record(story)
                .body("results[0].download_url", matchesPattern(Pages.path(story) + "/[0-9a-f]{32}\\.pdf"))
                .body("results[0].is_pdf_certificate", equalTo(true));
        assertThat(Pages.page(story)).contains("Ada address-file");
        Pages.settings(story, Map.of("pdf_generation", false));
        assertThat(Pages.page(story))
                .as("the file that names it is still about")
                .contains("Ada address-file");
    }

    private static ValidatableResponse record(Story story) {
        return Pages.staff()
                .get(Pages.API + "/certificates?learner_id=" + story.learnerId())
                .then()
                .statusCode(200);
    }
}
