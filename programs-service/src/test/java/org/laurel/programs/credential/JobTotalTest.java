package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;
import org.laurel.programs.configuration.app.CourseConfiguring;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/** Jobs about many learners tell how many these are, so that whoever watches knows how far they have come. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class JobTotalTest {

    private static final int LEARNERS = 3;

    @AfterEach
    void putBack() {
        Site.putBack();
    }

    @Test
    void aSwitchTellsHowManyWait() {
        // Given
        Site.switchCredentials(false);
        certify(new Story("totalwaits"));
        Site.awaitJobs();

        // When
        Site.switchCredentials(true);
        Site.awaitJobs();

        // Then
        Map<String, @Nullable Object> job = Database.current()
                .query("select done, total from job where kind = 'credential-evaluation' order by id desc limit 1")
                .getFirst();
        assertThat((Long) job.get("total")).isGreaterThanOrEqualTo(LEARNERS).isEqualTo(job.get("done"));
    }

    @Test
    void aConfigurationTellsHowManyWaitForIt() {
        // Given
        Story story = new Story("totalconfigured");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        configure(story, false);
        certify(story);

        // When
        configure(story, true);

        // Then
        awaitProgress("waiting-awards", story.program(1) + "@%");
    }

    @Test
    void aDateTellsHowManyItConcerns() {
        // Given
        Story story = new Story("totaldated");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        certify(story);

        // When
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of(
                        "course_id",
                        story.course("A"),
                        "certificate_type",
                        "verified",
                        "certificate_available_date",
                        "2031-01-01T00:00:00Z",
                        "is_active",
                        true))
                .post("/api/v2/course_certificates/")
                .then()
                .statusCode(201);

        // Then
        awaitProgress(CourseConfiguring.DATING, story.course("A"));
    }

    private static void awaitProgress(String kind, String subject) {
        await("job done")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(Database.current()
                                .query(
                                        "select done || ' of ' || total as progress from job"
                                                + " where kind = ? and subject like ? and state = 'done'",
                                        kind,
                                        subject))
                        .extracting(row -> row.get("progress"))
                        .contains(LEARNERS + " of " + LEARNERS));
    }

    private static void configure(Story story, boolean active) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("is_active", active))
                .patch("/api/programs/v1/programs/{uuid}/certificate-configuration", story.program(1))
                .then()
                .statusCode(200);
    }

    private static void certify(Story story) {
        CDI.current()
                .select(CredentialKeeping.class)
                .get()
                .apply(IntStream.range(0, LEARNERS)
                        .mapToObj(number -> new LearnerId(story.word() + "-" + number))
                        .map(learner -> new TakeCertificate(
                                new CaseKey(learner, new CourseKey(story.course("A"))),
                                new CertificateVersion(1, "downloadable", "verified", at(1), at(1)),
                                new Learner(learner, "user-" + learner, "", "", true, 1, at(1)),
                                Cause.of("test", story.word())))
                        .toList());
    }
}
