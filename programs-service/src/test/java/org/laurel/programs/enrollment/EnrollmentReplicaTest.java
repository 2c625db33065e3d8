package org.laurel.programs.enrollment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;
import org.laurel.programs.enrollment.app.EntitlementRecording;
import org.laurel.programs.enrollment.db.EnrollmentQuery;
import org.laurel.programs.enrollment.db.EntitlementQuery;
import org.laurel.programs.enrollment.domain.Enrollment;
import org.laurel.programs.enrollment.domain.Entitlement;
import org.laurel.programs.enrollment.domain.TakeEntitlement;
import org.laurel.programs.learner.db.LearnerQuery;

/** Enrollments and entitlements come from enrollment-service; the highest version wins. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentReplicaTest {

    private static final String COURSE = "6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11";

    @Inject
    EnrollmentQuery enrollments;

    @Inject
    EntitlementQuery entitlements;

    @Inject
    LearnerQuery learners;

    @Inject
    EntitlementRecording recording;

    /** Each digit is the version that comes next. */
    @ParameterizedTest
    @ValueSource(strings = {"123", "321", "213", "2313", "1332"})
    void endsInTheSameEnrollmentInWhateverOrderItsVersionsCome(String order) {
        // Given
        Story story = new Story("order-" + order);
        EnrollmentFacts facts = new EnrollmentFacts(story);
        List<PlatformEvent> versions = List.of(
                facts.enrollment("A", "audit", true, 1, 10),
                facts.enrollment("A", "audit", false, 2, 20),
                facts.enrollment("A", "verified", true, 3, 30));

        // When
        order.chars()
                .forEach(digit -> PlatformNews.tell(
                        versions.get(digit - '1').withId(UUID.randomUUID().toString())));

        // Then
        assertThat(enrollments.active(new LearnerId(story.learnerId())))
                .containsExactly(new Enrollment(new CourseKey(story.course("A")), "verified", true, at(10)));
        assertThat(learners.byUsername(story.username())).contains(new LearnerId(story.learnerId()));
    }

    @Test
    void takesSeveralVersionsOfOnePollTogether() {
        // Given
        Story story = new Story("one-poll");
        EnrollmentFacts facts = new EnrollmentFacts(story);

        // When
        PlatformNews.tell(
                facts.enrollment("A", "verified", true, 2, 30),
                facts.enrollment("A", "audit", true, 1, 10),
                facts.enrollment("B", "audit", true, 1, 20),
                facts.enrollment("C", "audit", true, 1, 40),
                facts.enrollment("C", "audit", false, 2, 50));

        // Then
        assertThat(enrollments.active(new LearnerId(story.learnerId())))
                .as("the newest first, by the time of the first enrollment")
                .containsExactly(
                        new Enrollment(new CourseKey(story.course("B")), "audit", true, at(20)),
                        new Enrollment(new CourseKey(story.course("A")), "verified", true, at(10)));
    }

    @Test
    void keepsTheActiveEntitlements() {
        // Given
        Story story = new Story("entitled");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        String other = UUID.nameUUIDFromBytes(new byte[] {1}).toString();

        // When
        PlatformNews.tell(
                facts.entitlement(COURSE, "verified", "A", null, 2, 20),
                facts.entitlement(COURSE, "verified", null, null, 1, 10),
                facts.entitlement(other, "verified", null, null, 1, 10));
        PlatformNews.tell(facts.entitlement(other, "verified", null, at(30), 2, 30));
        PlatformNews.tell(
                facts.entitlement(other, "verified", null, null, 1, 10),
                facts.entitlement(COURSE, "audit", null, null, 1, 10));

        // Then
        assertThat(entitlements.active(new LearnerId(story.learnerId())))
                .containsExactly(
                        new Entitlement(UUID.fromString(COURSE), "verified", new CourseKey(story.course("A"))));
    }

    @Test
    void takesSeveralVersionsOfAnEntitlementOfOnePollTogether() {
        // Given
        LearnerId learner = new LearnerId("id-entitled-at-once");
        UUID course = UUID.fromString(COURSE);

        // When
        recording.apply(List.of(
                new TakeEntitlement(learner, new Entitlement(course, "audit", null), null, 1, at(10)),
                new TakeEntitlement(learner, new Entitlement(course, "verified", null), null, 2, at(20)),
                new TakeEntitlement(learner, new Entitlement(course, "audit", null), null, 1, at(10))));

        // Then
        assertThat(entitlements.active(learner)).containsExactly(new Entitlement(course, "verified", null));
    }

    @Test
    void givesTheLearnerWhatItHolds() {
        // Given
        Story story = new Story("held");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        PlatformNews.tell(facts.enrolled("A", "audit", 10), facts.entitlement(COURSE, "verified", null, null, 1, 10));

        // When
        var answer = given().auth().oauth2(story.token()).get("/api/programs/v1/learners/{n}/data", story.username());

        // Then
        answer.then()
                .statusCode(200)
                .body("data.enrollments.course_key", contains(story.course("A")))
                .body("data.enrollments.created_at", contains(at(10).toString()))
                .body("data.entitlements.course_uuid", contains(COURSE));
    }
}
