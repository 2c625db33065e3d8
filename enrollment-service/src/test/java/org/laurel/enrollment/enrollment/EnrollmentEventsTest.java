package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PatientClient;
import org.laurel.kit.test.ReceivedEvent;

/** What is told of enrollments: one event for one change, none for no change (enrollment, state and effect table). */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentEventsTest {

    private final Scene scene = new Scene();

    @Test
    void tellsEachRealChangeOnceWithWhatWasBefore() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");
            scene.register("ada");
            scene.enrollAsService("ada", "").statusCode(200);
            scene.enrollAsService("ada", "").statusCode(200);
            scene.enrollAsService("ada", ", \"mode\": \"verified\"").statusCode(200);
            scene.enrollAsService("ada", ", \"mode\": \"verified\", \"is_active\": true")
                    .statusCode(200);
            scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);

            // When
            scene.enrollAsService("ada", ", \"is_active\": true").statusCode(200);

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 4))
                    .extracting(EnrollmentEventsTest::summary)
                    .containsExactly(
                            "1: null null -> audit true",
                            "2: audit true -> verified true",
                            "3: verified true -> verified false",
                            "4: verified false -> verified true");
        }
    }

    @Test
    void appliesTheModeOfANewEnrollmentDirectly() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");
            scene.register("ada");
            scene.enrollAsService("ada", ", \"mode\": \"verified\", \"is_active\": false")
                    .statusCode(200);

            // When
            scene.enroll(scene.token("ada"), "").statusCode(200);

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2))
                    .extracting(EnrollmentEventsTest::summary)
                    .containsExactly("1: null null -> verified false", "2: verified false -> audit true");
        }
    }

    @Test
    void everyVersionTellsWhenTheEnrollmentBegan() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            scene.register("ada");
            scene.enroll(scene.token("ada"), "").statusCode(200);

            // When
            scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);

            // Then
            List<ReceivedEvent> versions = scene.await(probe, Scene.ENROLLMENTS, "ada", 2);
            JsonNode began = versions.getFirst().body().path("occurred_at");
            assertThat(versions)
                    .extracting(event -> event.body().path("created_at"))
                    .containsExactly(began, began);
        }
    }

    @Test
    void tellsPreferencesAfterTheFirstEnrollmentOnly() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS, Scene.LEARNERS)) {
            // Given
            Scene other = new Scene();
            scene.open();
            other.open();
            scene.register("ada");
            scene.enroll(scene.token("ada"), "").statusCode(200);

            // When
            other.enroll(scene.token("ada"), "").statusCode(200);

            // Then
            scene.await(probe, Scene.ENROLLMENTS, "ada", 2);
            scene.putLearner("ada", scene.learnerJson("ada", "Ada")).statusCode(200);
            assertThat(scene.await(probe, Scene.LEARNERS, "ada", 2))
                    .extracting(ReceivedEvent::type)
                    .containsExactly(Scene.PREFERENCES, Scene.LEARNER);
        }
    }

    @Test
    void fillsTheLastSeatOnce() throws Exception {
        // Given
        scene.putCourse("{\"max_enrollments\": 1}").statusCode(201);
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "learner" + i).toList();
        names.forEach(scene::register);
        List<Callable<Integer>> requests = names.stream()
                .<Callable<Integer>>map(name -> () -> PatientClient.served(
                        () -> scene.enroll(scene.token(name), "").extract().statusCode()))
                .toList();

        // When
        List<Future<Integer>> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = clients.invokeAll(requests);
        }

        // Then
        assertThat(answers).extracting(Future::get).containsOnlyOnce(200).containsOnly(200, 400);
    }

    private static String summary(ReceivedEvent event) {
        JsonNode body = event.body();
        return "%s: %s %s -> %s %s"
                .formatted(
                        body.path("version").asText(),
                        body.path("previous_mode").asText(),
                        body.path("previous_is_active").asText(),
                        body.path("mode").asText(),
                        body.path("is_active").asText());
    }
}
