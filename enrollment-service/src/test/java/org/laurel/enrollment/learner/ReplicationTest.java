package org.laurel.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;

/** What leaves this service about learners (replication, rows R1 to R8). */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReplicationTest {

    private final Scene scene = new Scene();

    @Test
    void tellsNothingOfALearnerBeforeTheFirstEnrollment() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            scene.open();
            scene.register("ada");
            rename("Ada", "");
            rename("Ada", ", \"allow_certificate\": false");

            // When
            scene.enrollAsService("ada", "").statusCode(200);

            // Then
            List<ReceivedEvent> events = scene.await(probe, Scene.LEARNERS, "ada", 1);
            assertThat(events).extracting(ReceivedEvent::type).containsExactly(Scene.PREFERENCES);
            assertThat(events.getFirst().body().path("allow_certificate").booleanValue())
                    .isFalse();
            assertThat(events.getFirst().body().path("certificates_visible_to").textValue())
                    .isEqualTo("all_users");
        }
    }

    @Test
    void tellsAChangedAccountOfAnEnrolledLearner() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            enrolled();

            // When
            rename("Ada Lovelace", "");

            // Then
            ReceivedEvent event = scene.await(probe, Scene.LEARNERS, "ada", 2).get(1);
            assertThat(event.type()).isEqualTo(Scene.LEARNER);
            assertThat(event.body().path("name").textValue()).isEqualTo("Ada Lovelace");
            assertThat(event.body().path("version").intValue()).isEqualTo(2);
        }
    }

    @Test
    void tellsAChangedPermissionForCertificates() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            enrolled();

            // When
            rename("ada", ", \"allow_certificate\": false");

            // Then
            ReceivedEvent event = scene.await(probe, Scene.LEARNERS, "ada", 2).get(1);
            assertThat(event.type()).isEqualTo(Scene.PREFERENCES);
            assertThat(event.body().path("allow_certificate").booleanValue()).isFalse();
            assertThat(event.body().path("version").intValue()).isEqualTo(2);
        }
    }

    @Test
    void tellsOnlyThePermissionOfALearnerWhoLeftTheLastCourse() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            enrolled();
            scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);
            rename("Ada Lovelace", "");

            // When
            rename("Ada Lovelace", ", \"allow_certificate\": false");

            // Then
            assertThat(scene.await(probe, Scene.LEARNERS, "ada", 2))
                    .extracting(ReceivedEvent::type)
                    .containsExactly(Scene.PREFERENCES, Scene.PREFERENCES);
        }
    }

    @Test
    void sendsTheLearnerAlongWithTheEnrollmentAndNoOtherMembers() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            enrolled();

            // When
            ReceivedEvent event =
                    scene.await(probe, Scene.ENROLLMENTS, "ada", 1).getFirst();

            // Then
            assertThat(event.body().path("learner").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "learner_id", "username", "email", "name", "is_active", "version", "changed_at");
            assertThat(event.body().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "learner_id",
                            "course_key",
                            "mode",
                            "is_active",
                            "previous_mode",
                            "previous_is_active",
                            "version",
                            "learner",
                            "created_at",
                            "occurred_at");
        }
    }

    private void enrolled() {
        scene.open();
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);
    }

    private void rename(String fullName, String more) {
        scene.putLearner("ada", scene.learnerJson("ada", fullName).replace("}", more + "}"))
                .statusCode(200);
    }
}
