package org.laurel.certificates.issuance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** A wave of revocations stops before it commits, waits for an operator, and goes through then. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestProfile(RevocationBrakeTest.LowLimits.class)
class RevocationBrakeTest {

    /** Limits that a test reaches with few learners. */
    public static class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.brake.revocation-floor", "3",
                    "laurel.brake.revocation-share", "0.5",
                    "laurel.brake.revocation-rate", "4");
        }
    }

    @Test
    void holdsACourseRunThatLosesTooGreatAShare() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            List<Story> learners = granted(probe, "share", 4);
            Story other = granted(probe, "calm", 1).getFirst();

            // When
            probe.sendAll(learners.stream()
                    .limit(3)
                    .map(learner -> learner.passing(false, "0.1", 30))
                    .toList());

            // Then
            await().until(() -> engaged("course:" + learners.getFirst().course()));
            await().untilAsserted(() -> {
                // Those that came by themselves, before the others, may have been taken back.
                long held = pending(learners.getFirst().course());
                assertThat(held).isPositive();
                assertThat(downloadable(learners.getFirst().course())).isEqualTo(1 + held);
            });
            probe.send(other.passing(false, "0.1", 30));
            await().until(() -> downloadable(other.course()) == 0);

            // When
            release("course:" + learners.getFirst().course());

            // Then
            await().until(() -> downloadable(learners.getFirst().course()) == 1);
            assertThat(pending(learners.getFirst().course())).isZero();
            long revoked = probe.awaitEvents(
                            "laurel.certificates",
                            3,
                            event -> isRevocation(event.type(), String.valueOf(event.text()), learners))
                    .size();
            assertThat(revoked).isEqualTo(3);
        }
    }

    @Test
    void holdsConsumptionWhenTooManyAreTakenBackInAll() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            List<Story> learners = IntStream.range(0, 6)
                    .mapToObj(number -> granted(probe, "rate" + number, 1).getFirst())
                    .toList();

            // When
            probe.sendAll(learners.stream()
                    .map(learner -> learner.passing(false, "0.1", 30))
                    .toList());

            // Then
            await().until(() -> engaged("consumer"));
            release("consumer");
            await().until(() -> learners.stream().allMatch(learner -> downloadable(learner.course()) == 0));
        }
    }

    @Test
    void aRequestOfStaffHoldsItsOwnCourseRunAndNeverConsumption() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            List<Story> learners = granted(probe, "staff", 12);

            // When
            given().auth()
                    .oauth2(Tokens.staff())
                    .contentType("application/json")
                    .body(Map.of(
                            "learners",
                            learners.stream().limit(5).map(Story::username).toList()))
                    .post("/api/instructor/v2/courses/" + learners.getFirst().course() + "/certificates/invalidations")
                    .then()
                    .statusCode(200);

            // Then
            assertThat(engaged("course:" + learners.getFirst().course())).isTrue();
            assertThat(engaged("consumer")).isFalse();
            assertThat(pending(learners.getFirst().course())).isEqualTo(5);
            assertThat(downloadable(learners.getFirst().course())).isEqualTo(12);

            // When
            release("course:" + learners.getFirst().course());

            // Then
            await().until(() -> downloadable(learners.getFirst().course()) == 7);
        }
    }

    /** Learners of one course run who have a certificate each. */
    private static List<Story> granted(KafkaProbe probe, String word, int count) {
        Story run = new Story(word);
        List<Story> learners = IntStream.range(0, count)
                .mapToObj(number -> new Story(word + "-" + number, word))
                .toList();
        probe.send(run.courseRun());
        probe.sendAll(learners.stream()
                .flatMap(learner ->
                        Stream.<PlatformEvent>of(learner.enrolled("verified", 1, 10), learner.passing(true, "0.9", 20)))
                .toList());
        await().until(() -> downloadable(run.course()) == count);
        return learners;
    }

    private static boolean isRevocation(String type, String body, List<Story> learners) {
        return type.equals("org.laurel.course-cert.revoked.v1")
                && body.contains(learners.getFirst().course());
    }

    private static boolean engaged(String subject) {
        return !Database.current()
                .query("select 1 from brake where subject = ? and released_at is null", subject)
                .isEmpty();
    }

    private static void release(String subject) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("subject", subject))
                .post("/api/certificates/ops/brakes/release")
                .then()
                .statusCode(200);
    }

    private static long pending(String course) {
        return count("select count(*) from standing where pending = 'revoke' and course_key = ?", course);
    }

    private static long downloadable(String course) {
        return count("select count(*) from certificate where status = 'downloadable' and course_key = ?", course);
    }

    private static long count(String sql, String course) {
        return Long.parseLong(Objects.requireNonNull(Database.current().value(sql, course)));
    }
}
